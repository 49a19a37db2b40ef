import pg from 'pg';

/** Counts what reaches the driver in this process, so that nothing between a resolver and PostgreSQL can hide a statement. */
export function countStatements(): { texts: string[]; stop(): void } {
  const texts: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query(...parameters: unknown[]): unknown };
  const original = prototype.query;
  prototype.query = function (this: unknown, ...parameters: unknown[]) {
    const [statement] = parameters as [string | { text?: string }];
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
