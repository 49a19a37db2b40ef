import pg from 'pg';

/** A pool's connections; those on which the hub watches a server belong to no operation. */
const pool = /^hub \w+$/;

/** Counts what of the pools reaches the driver in this process, so that nothing between a resolver and PostgreSQL can hide a statement. */
export function countStatements(): { texts: string[]; stop(): void } {
  const texts: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query(...parameters: unknown[]): unknown };
  const original = prototype.query;
  prototype.query = function (
    this: { connectionParameters: { application_name?: string } },
    ...parameters: unknown[]
  ) {
    const [statement] = parameters as [string | { text?: string }];
    if (pool.test(this.connectionParameters.application_name ?? ''))
      texts.push(typeof statement === 'string' ? statement : (statement.text ?? ''));
    return original.apply(this, parameters);
  };
  return {
    texts,
    stop: () => {
      prototype.query = original;
    },
  };
}
