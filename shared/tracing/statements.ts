import { onStatement } from '../database/client.js';
import { operationOf, poolName } from '../metrics/database.js';
import type { Tracing } from './tracing.js';

/** Makes every statement that belongs to a request a span below what asked for it; yields how to stop. */
export function traceStatements(tracing: Tracing): () => void {
  return onStatement(({ pool, text }) => {
    // What the hub asks by itself (its pulse, a migration) belongs to no trace.
    if (tracing.header() === null) return undefined;
    const operation = operationOf(text);
    const span = tracing.begin({
      name: operation === 'other' ? 'statement' : operation,
      kind: 'client',
      attributes: {
        'db.system.name': 'postgresql',
        'db.namespace': poolName(pool),
        'db.operation.name': operation,
        'db.query.text': withoutValues(text),
      },
    });
    return (error) => span.end({}, error === undefined ? null : codeOf(error));
  });
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? 'error');

/** Quoted names stay; strings (also `E'…'`) and numbers that are no placeholder's go. */
const tokens =
  /"(?:[^"]|"")*"|\$\d+|(?<!\w)[Ee]'(?:[^'\\]|''|\\[\s\S])*'?|'(?:[^']|'')*'?|(?<![\w$])\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?\b/g;

/** Yields a statement without the values that MikroORM writes into the text of what it builds itself. */
export function withoutValues(text: string): string {
  return text.replace(tokens, (token) => (/^["$]/.test(token) ? token : '?'));
}
