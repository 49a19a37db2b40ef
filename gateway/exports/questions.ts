import { setTimeout as pause } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { type ErrorCode, HubError } from '#shared/errors.js';
import type { Limits } from '#shared/limits.js';
import { ReadyData } from '../plan/ready-data.js';
import type { Asking, HubContext, OperationFacts } from '../source.js';
import { RequestRecord } from '../telemetry/record.js';
import type { Touched } from '../touched.js';
import type { Ask } from './export.js';
import { ReadVersions } from './versions.js';

export interface QuestionsOptions {
  apollo: ApolloServer<HubContext>;
  /** Who asks. */
  context: Asking;
  limits: Limits;
  /** Nobody waits for the answers any more, or the time of all of them is over. */
  signal: AbortSignal;
}

/**
 * Asks one export's questions in this process, by the way of every operation: validated, costed, planned, authorized. What a viewer may
 * not see is in no export, because no answer holds it.
 */
export class Questions {
  readonly versions = new ReadVersions();
  private cost = 0;
  private answers = 0;

  constructor(private readonly options: QuestionsOptions) {}

  /** An export that has begun waits for its turn when its caller's budget is spent; one that has not is refused. */
  readonly ask: Ask = async <Data>(document: string, variables: Readonly<Record<string, unknown>>) => {
    const { spending } = this.options.context;
    for (;;) {
      if (this.answers > 0) await this.wait(spending.secondsToSpare);
      try {
        return (await this.askOnce(document, variables)) as Data;
      } catch (error) {
        const { code, retryAfter } = error instanceof HubError ? error.extensions : {};
        if (this.answers === 0 || code !== 'RATE_LIMITED') throw error;
        await this.wait(Number(retryAfter));
      }
    }
  };

  private async wait(seconds: number): Promise<void> {
    if (seconds > 0) await pause(seconds * 1_000, undefined, { signal: this.options.signal });
  }

  private async askOnce(query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { context, limits, signal } = this.options;
    signal.throwIfAborted();
    // Not AbortSignal.any: the signal of the whole export would hold something of each of its pages.
    const end = new AbortController();
    const abort = () => end.abort(signal.reason);
    const timer = setTimeout(abort, limits.operationMs);
    signal.addEventListener('abort', abort, { once: true });
    try {
      return this.take(await this.answer(query, variables, end.signal), context);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  }

  /** A record of its own: how a page's operation ended is not how the export does. */
  private async answer(query: string, variables: Readonly<Record<string, unknown>>, end: AbortSignal) {
    const { apollo, context } = this.options;
    const page = new RequestRecord();
    const { touched } = page;
    const operation: OperationFacts = { ...context.operation, cost: null, isOfHub: true };
    const { body } = await apollo.executeOperation(
      { query, variables: { ...variables } },
      { contextValue: { ...context, record: page, touched, operation, signal: end, unawaited: end } },
    );
    // Only an answer with @defer would come in parts.
    const { data, errors } = body.kind === 'single' ? body.singleResult : { errors: [incomplete] };
    return { data, error: errors?.[0], touched, cost: operation.cost ?? 0 };
  }

  private take({ data, error, touched, cost }: Answer, { record, operation }: Asking): unknown {
    this.options.signal.throwIfAborted();
    for (const [subgraph, state] of Object.entries(touched.toJSON())) record.touched.note(subgraph, state);
    this.cost += cost;
    operation.cost = this.cost;
    if (error !== undefined) throw thrown(error);
    this.answers += 1;
    this.versions.note(touched);
    return data instanceof ReadyData ? data.toJSON() : data;
  }
}

interface Answer {
  data?: unknown;
  error: GraphQLFormattedError | undefined;
  touched: Touched;
  cost: number;
}

const incomplete: GraphQLFormattedError = { message: '', extensions: { code: 'INTERNAL' } };

/** An error that was masked already. */
const thrown = ({ message, extensions: { code, ...details } = {} }: GraphQLFormattedError): HubError =>
  new HubError(code as ErrorCode, message, details);
