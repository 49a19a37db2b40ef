import pg from 'pg';

/** One SQL statement on its way. */
export interface Statement {
  /** Whose pool it runs on: `hub <subgraph>`. */
  pool: string;
  /** MikroORM writes values into the text of what it builds itself: nothing for a log or a trace as it is. */
  text: string;
}

/** Hears of a statement when it is sent; what it returns hears of its end, with the error where there was one. */
export type StatementListener = (statement: Statement) => ((error?: unknown) => void) | undefined;

const listeners = new Set<StatementListener>();

/** Tells a listener of every statement of this process's pools from now on; yields how to stop. */
export function onStatement(listener: StatementListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The driver's client, which tells of each statement: the one place that all SQL of a subgraph passes. */
export class HubClient extends pg.Client {
  private readonly pool: string;

  constructor(config: pg.ClientConfig) {
    super(config);
    this.pool = config.application_name ?? '';
  }

  // The driver's many signatures; Kysely's calls (a text with values, without a callback) yield a promise.
  override query(...parameters: unknown[]): never {
    const run = super.query as (...given: unknown[]) => unknown;
    const result = run.apply(this, parameters);
    if (listeners.size > 0 && result instanceof Promise)
      this.tell(parameters[0] as string | Statement, result);
    return result as never;
  }

  private tell(given: string | Statement, result: Promise<unknown>): void {
    const statement = { pool: this.pool, text: typeof given === 'string' ? given : given.text };
    const ends = [...listeners].map((listener) => listener(statement));
    const end = (error?: unknown) => ends.forEach((hear) => hear?.(error));
    result.then(() => end(), end);
  }
}
