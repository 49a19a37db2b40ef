import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { operationSignal } from '../operation.js';
import type { Canceller } from './canceller.js';
import { prepared } from './prepared.js';

/** One SQL statement on its way. */
export interface Statement {
  /** Whose pool it runs on: `hub <subgraph>`. */
  pool: string;
  /** MikroORM writes values into the text of what it builds itself: nothing for a log or a trace as it is. */
  text: string;
  /** Its parameters: personal data may be among them. */
  values: readonly unknown[];
}

/** Hears of a statement when it is sent; what it returns hears of its end, with the error where there was one. */
export type StatementListener = (statement: Statement) => ((error?: unknown) => void) | undefined;

const listeners = new Set<StatementListener>();

/** Tells a listener of every statement of this process's pools from now on; yields how to stop. */
export function onStatement(listener: StatementListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A statement that was cancelled ends in less. */
const cancelAgainMs = 50;

/** They bring a transaction to its end or undo a part of it, and are sent also when nobody waits: the connection is used again. */
const endsTransaction = /^\s*(commit|rollback|savepoint|release)\b/i;

/**
 * The driver's client, the one place that all SQL of a subgraph passes. It tells of each statement; and when the operation that a
 * statement belongs to ends, it cancels the one that runs and sends no other.
 */
export class HubClient extends pg.Client {
  /** Which process of the server serves this connection; of the driver's own, not in its types. */
  declare readonly processID: number;
  private readonly pool: string;

  constructor(
    config: pg.ClientConfig,
    private readonly canceller: Canceller,
    private readonly prepares: boolean,
  ) {
    super(config);
    this.pool = config.application_name ?? '';
  }

  // The driver's many signatures; Kysely's calls (a text with values, without a callback) yield a promise.
  override query(...parameters: unknown[]): never {
    const signal = operationSignal();
    const [given] = parameters as [string | pg.QueryConfig | pg.Submittable];
    // A cursor runs as its reader reads, so it ends with its reader.
    if (signal === undefined || isCursor(given) || endsTransaction.test(textOf(given)))
      return this.send(parameters) as never;
    if (signal.aborted) return Promise.reject(new RefusedStatement()) as never;
    const result = this.send(parameters);
    return (result instanceof Promise ? this.untilEnd(signal, result) : result) as never;
  }

  private send(parameters: unknown[]): unknown {
    const run = super.query as (...given: unknown[]) => unknown;
    const config = this.prepares ? prepared(parameters[0], parameters[1]) : null;
    const result = config === null ? run.apply(this, parameters) : run.call(this, config);
    if (listeners.size > 0 && result instanceof Promise) this.tell(parameters, result);
    return result;
  }

  /** Settles only after a cancel has returned: until then the connection is not given back, so the cancel can meet no other statement. */
  private async untilEnd(signal: AbortSignal, result: Promise<unknown>): Promise<unknown> {
    let cancelling: Promise<void> | undefined;
    const cancel = () => (cancelling = this.cancelUntil(result));
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await result;
    } finally {
      signal.removeEventListener('abort', cancel);
      await cancelling;
    }
  }

  /** A cancel that overtakes the statement on its way to the server is lost there: one that still runs is cancelled again. */
  private async cancelUntil(result: Promise<unknown>): Promise<void> {
    const settled = result.then(
      () => true,
      () => true,
    );
    do await this.cancel();
    while (!(await Promise.race([settled, pause(cancelAgainMs, false)])));
  }

  private async cancel(): Promise<void> {
    try {
      await this.canceller.cancel(this.processID);
    } catch {
      // A cancel that comes later must find nobody else's statement here: this connection is not used again.
      void this.end().catch(() => undefined);
    }
  }

  private tell([given, values]: unknown[], result: Promise<unknown>): void {
    const config = typeof given === 'string' ? { text: given, values } : (given as pg.QueryConfig);
    const statement = {
      pool: this.pool,
      text: config.text,
      values: (config.values ?? []) as readonly unknown[],
    };
    const ends = [...listeners].map((listener) => listener(statement));
    const end = (error?: unknown) => ends.forEach((hear) => hear?.(error));
    result.then(() => end(), end);
  }
}

/** Says of a statement that was not sent what PostgreSQL says of one that it cancelled. */
class RefusedStatement extends Error {
  readonly code = '57014';

  constructor() {
    super('the operation has ended before this statement was sent');
  }
}

const isCursor = (given: unknown): given is pg.Submittable =>
  typeof (given as pg.Submittable).submit === 'function';

const textOf = (given: string | pg.QueryConfig): string => (typeof given === 'string' ? given : given.text);

/** Yields the class of a pool's clients; `prepares` says whether statements with parameters are prepared. */
export const clientOf = (canceller: Canceller, prepares = true): typeof pg.Client =>
  class extends HubClient {
    constructor(config: pg.ClientConfig) {
      super(config, canceller, prepares);
    }
  };
