import { stringify } from 'csv-stringify/sync';
import type { Column } from './column.js';

export const csvType = 'text/csv; charset=utf-8';

/**
 * Writes CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel knows it. A text that a spreadsheet would take for a formula
 * begins with an apostrophe; a number never does.
 */
export async function* csv<Row>(
  pages: AsyncIterable<readonly Row[]>,
  columns: readonly Column<Row>[],
): AsyncGenerator<string> {
  yield `\ufeff${lines([columns.map(({ name }) => name)])}`;
  for await (const rows of pages)
    yield lines(rows.map((row) => columns.map((column) => cellOf(column, row))));
}

const lines = (cells: readonly (readonly unknown[])[]): string =>
  stringify([...cells], { record_delimiter: 'windows', escape_formulas: true, cast: { object: exact } });

/** A decimal that is written as a text, to be exact. */
class Exact {
  constructor(readonly digits: string) {}
}

function cellOf<Row>({ kind, of }: Column<Row>, row: Row): unknown {
  const cell = of(row);
  return kind === 'number' && typeof cell === 'string' ? new Exact(cell) : cell;
}

const exact = (cell: unknown) => ({ value: (cell as Exact).digits, escape_formulas: false });
