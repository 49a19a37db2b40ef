/** What a file says a cell is, where that changes what its text means. */
export type CellKind =
  | 'text'
  /** A number of a spreadsheet: at most 15 of its digits are true. */
  | 'number'
  /** A number that the spreadsheet shows as a date; its text is ISO 8601. */
  | 'date'
  | 'boolean'
  /** The kept result of a formula. */
  | 'formula'
  /** #N/A and its like. */
  | 'error'
  /** Within merged cells, but not their first: its text is that of the first. */
  | 'merged'
  /** Held a person's number, which was taken out before anything was kept. */
  | 'personal';

/** A cell as it is kept: its text when it is a plain text, null when it is empty. */
export type Cell = null | string | readonly [kind: Exclude<CellKind, 'text'>, text: string];

export const kindOf = (cell: Cell): CellKind | null =>
  cell === null ? null : typeof cell === 'string' ? 'text' : cell[0];

/** Text of a cell as it stands in the file; empty for an empty one. */
export const textOf = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'string' ? cell : cell[1];

/** One row of a sheet. */
export interface Line {
  /** Counted from 1, empty rows included, as a spreadsheet shows it (a CSV's record, a JSON's entry). */
  number: number;
  cells: readonly Cell[];
}
