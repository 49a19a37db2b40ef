import { setImmediate } from 'node:timers/promises';
import { type CellValue, writeXlsxStream } from 'hucre/xlsx';
import { type Cell, type Line, textOf } from '../reading/cell.js';
import { escapeFormula } from './formula.js';

/** A line that was refused, and why, in Chinese. */
export interface RefusedRow extends Line {
  reason: string;
}

/** Heading of the last column. */
export const reasonHeading = '错误原因';

/** A cell of Excel holds no more. */
const longest = 32_767;

/** So many rows are written before others of the process have their turn. */
const rowsAtOnce = 100;

/**
 * Writes refused rows as XLSX, to be corrected and uploaded again: the heading and the cells as they were, and why as the last column.
 * Every cell is text, formatted as such, so that a code stays a code and nothing is a formula: a text that looks like one has an
 * apostrophe before it, which reading takes away again.
 */
export async function refusedRowsFile(
  header: readonly Cell[],
  rows: readonly RefusedRow[],
): Promise<Uint8Array> {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  const columns = Array.from({ length: width + 1 }, (_, column) => ({
    width: column === width ? 60 : 16,
    style: { numFmt: '@' },
  }));
  const file = writeXlsxStream(sheetRows(header, rows, width), {
    name: reasonHeading,
    columns,
    freezePane: { rows: 1 },
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of file) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* sheetRows(
  header: readonly Cell[],
  rows: readonly RefusedRow[],
  width: number,
): AsyncGenerator<CellValue[]> {
  yield [...textsOf(header, width), reasonHeading];
  for (const [index, { cells, reason }] of rows.entries()) {
    if (index % rowsAtOnce === 0) await setImmediate();
    yield [...textsOf(cells, width), written(reason)];
  }
}

const textsOf = (cells: readonly Cell[], width: number): CellValue[] =>
  Array.from({ length: width }, (_, column) => {
    const text = textOf(cells[column] ?? null);
    return text === '' ? null : written(text);
  });

const written = (text: string): string => escapeFormula(text).slice(0, longest).toWellFormed();
