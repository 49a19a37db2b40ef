import { randomUUID } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { ApolloServer } from '@apollo/server';
import type { FastifyReply } from 'fastify';
import { HubError } from '#shared/errors.js';
import { limitExceeded } from '#shared/limit-exceeded.js';
import type { Limits } from '#shared/limits.js';
import type { Logger } from '#shared/log.js';
import { bodyOf } from '../refusal.js';
import type { Asking, HubContext } from '../source.js';
import type { Export, ExportEnd, ExportFacts } from './export.js';
import { asFile } from './file-name.js';
import { Questions } from './questions.js';

export interface WritingOptions {
  apollo: ApolloServer<HubContext>;
  context: Asking;
  limits: Limits;
  log: Logger;
  reply: FastifyReply;
}

const rowsHeader = 'x-hub-rows';
const endVersionHeader = 'x-hub-data-version-at-end';

/** One file that is being written, from its first page to its last byte or to whatever ends it before. */
export class Writing {
  private readonly questions: Questions;
  private readonly ended = new AbortController();
  private readonly signal = this.ended.signal;
  private rows = 0;

  constructor(
    private readonly exported: Export,
    private readonly options: WritingOptions,
  ) {
    const { apollo, context, limits, reply } = options;
    this.questions = new Questions({ apollo, context, limits, signal: this.signal });
    const tooLong = limitExceeded('exportMs', limits, `more than ${limits.exportMs}`);
    const timer = setTimeout(() => this.ended.abort(tooLong), limits.exportMs).unref();
    reply.raw.once('close', () => {
      clearTimeout(timer);
      this.ended.abort(clientGone);
    });
    if (reply.raw.destroyed) this.ended.abort(clientGone);
    const { record } = context;
    record.operationType = 'query';
    record.operation.trustedName = `exports/${exported.name}`;
    record.exported = { name: exported.name, began: performance.now(), rows: 0 };
  }

  /** Reads the first page, so that what cannot be answered is refused and is no file; yields the file. */
  async begin(
    parameters: Readonly<Record<string, unknown>>,
    filter: string,
  ): Promise<AsyncIterable<string | Uint8Array>> {
    const pages = this.exported.read(this.questions.ask, parameters)[Symbol.asyncIterator]();
    const first = await pages.next();
    const facts: ExportFacts = {
      name: this.exported.name,
      filter,
      exportedAt: new Date().toISOString(),
      dataVersion: this.questions.versions.atFirst,
      end: () => this.end(),
    };
    const { reply } = this.options;
    void reply.type(this.exported.contentType).headers({
      'cache-control': 'no-store',
      'content-disposition': asFile(facts),
      'x-hub-exported-at': facts.exportedAt,
      'x-hub-filter': filter,
      'x-hub-data-version': facts.dataVersion ?? 'unknown',
    });
    return this.file(this.counted(first, pages), facts);
  }

  /**
   * Sends the file as it is: a compressed one would say later that it broke off, and take what is the hub's time. Whatever goes wrong
   * from here on breaks the connection, because what has been sent must not look like all of it.
   */
  async send(file: AsyncIterable<string | Uint8Array>): Promise<void> {
    const { reply } = this.options;
    const { raw } = reply.hijack();
    const trailer = `${rowsHeader}, ${endVersionHeader}`;
    raw.writeHead(200, { ...reply.getHeaders(), trailer } as OutgoingHttpHeaders);
    // The signal also ends one that waits for a client who does not read.
    await pipeline(file, raw, { signal: this.signal }).catch((error: unknown) => this.note(error));
  }

  private async *file(
    pages: AsyncGenerator<readonly unknown[]>,
    facts: ExportFacts,
  ): AsyncGenerator<string | Uint8Array> {
    const { reply, context } = this.options;
    context.record.outcome = 'partial';
    yield* this.exported.write(pages, facts);
    const { rows, dataVersion } = this.end();
    reply.raw.addTrailers({ [rowsHeader]: String(rows), [endVersionHeader]: dataVersion ?? 'unknown' });
    context.record.outcome = 'ok';
  }

  /** Counts the rows of pages, and ends with the time or the client. */
  private async *counted(
    first: IteratorResult<readonly unknown[]>,
    pages: AsyncIterator<readonly unknown[]>,
  ): AsyncGenerator<readonly unknown[]> {
    const { record } = this.options.context;
    try {
      for (let page = first; page.done !== true; page = await pages.next()) {
        this.signal.throwIfAborted();
        this.rows += page.value.length;
        if (record.exported !== null) record.exported.rows = this.rows;
        yield page.value;
      }
    } finally {
      await pages.return?.();
    }
  }

  private end(): ExportEnd {
    const { atLast, changed } = this.questions.versions;
    return { rows: this.rows, dataVersion: atLast, changed };
  }

  /** What a client cannot be told any more is for whoever runs the hub. */
  private note(error: unknown): void {
    const { record, requestId } = this.options.context;
    const reason: unknown = this.signal.aborted ? this.signal.reason : error;
    if (reason === clientGone) return;
    record.outcome = 'error';
    if (reason instanceof HubError) return record.note(bodyOf(reason).errors);
    const incident = randomUUID();
    record.note([{ message: '', extensions: { code: 'INTERNAL', incident } }]);
    this.options.log.error({ requestId, incident, err: reason }, 'an export broke off');
  }
}

const clientGone = new Error('The client has left.');
