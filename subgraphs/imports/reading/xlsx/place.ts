import { broken } from './xml.js';

/** What a sheet of Excel has. */
export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;

/** Reads a place such as B7: row 7, column 1. Throws when there is no such place. */
export function cellPlace(written: string): { row: number; column: number } {
  let column = 0;
  let index = 0;
  for (; index < written.length; index += 1) {
    const letter = written.charCodeAt(index) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(written.slice(index));
  if (!Number.isInteger(row) || row < 1 || row > sheetRows || column < 1 || column > sheetColumns)
    throw broken();
  return { row, column: column - 1 };
}
