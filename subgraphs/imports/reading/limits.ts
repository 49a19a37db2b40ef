/** What a file may hold. Each is a wall against files that are small outside and huge inside; a partner's list is far below it. */
export interface ReadingLimits {
  /** Lines over all sheets, without the first of each sheet, which is its header. */
  rows: number;
  columns: number;
  /** Of a cell, as Excel has it, in UTF-16 units. */
  cellCharacters: number;
  /** Cells that hold something, over all sheets: what is kept of a file stands in a database. */
  cells: number;
  /** Texts of all cells together, in UTF-16 units: a thousand cells may share one long text of a workbook. */
  characters: number;
  sheets: number;
  archiveEntries: number;
  /** Of all parts of a workbook, unpacked. */
  archiveBytes: number;
  /** Times that a part may be as large unpacked as packed; real sheets are 5 to 30 times as large. */
  archiveRatio: number;
  /** Areas of merged cells of a sheet. */
  mergedAreas: number;
  /** Objects and lists within one another in a JSON file. */
  depth: number;
}

export const readingLimits: ReadingLimits = {
  rows: 50_000,
  columns: 500,
  cellCharacters: 32_767,
  cells: 2_000_000,
  characters: 50_000_000,
  sheets: 100,
  archiveEntries: 1_000,
  archiveBytes: 100 * 1024 * 1024,
  archiveRatio: 200,
  mergedAreas: 50_000,
  depth: 16,
};

/** What of a file reading it may cost. */
export interface ReadingBudget {
  /** Old generation of the thread's heap, in MiB; a file that needs more is refused. */
  heapMb: number;
  /** Of the thread's own work, in milliseconds; while lines are being taken the clock stands still. */
  deadline: number;
}

export const readingBudget: ReadingBudget = { heapMb: 192, deadline: 60_000 };
