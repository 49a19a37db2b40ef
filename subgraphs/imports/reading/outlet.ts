import { type Cell, type Line, textOf } from './cell.js';
import type { SheetFacts } from './file-facts.js';
import type { ReadingLimits } from './limits.js';
import { withoutNumbers, withoutPersonal } from './personal.js';
import { cellTooLong, tooManyColumns, UnreadableFile } from './unreadable.js';

/** Lines that leave a thread at once: enough to spare round trips, few enough that no event loop is held by them. */
const batch = { lines: 500, cells: 10_000, characters: 200_000 };

/**
 * Where the lines of a file go out: within the limits, and without the numbers of persons.
 * You must await `ready` now and then; what is not taken yet is kept until then.
 */
export class Outlet {
  private readonly sheets: (SheetFacts & { waiting: Line[] })[] = [];
  private readonly waiting = { lines: 0, cells: 0, characters: 0 };
  private readonly taken = { rows: 0, cells: 0, characters: 0 };
  private personalCells = 0;

  constructor(
    readonly limits: ReadingLimits,
    private readonly take: (sheet: number, lines: Line[]) => Promise<void>,
  ) {}

  /** Begins a sheet and yields its position; throws TOO_MANY_SHEETS. */
  open(name: string, { hidden = false, mergedCells = 0 } = {}): number {
    const position = this.sheets.length;
    if (position === this.limits.sheets) throw tooManySheets(this.limits.sheets);
    const shown = storable(withoutNumbers(name) ?? name);
    this.sheets.push({ position, name: shown, rows: 0, columns: 0, hidden, mergedCells, waiting: [] });
    return position;
  }

  /** Adds a line; one that holds nothing is left out. Throws when a limit is passed, but for that of rows, which are counted to the end. */
  add(position: number, number: number, cells: Cell[]): void {
    const sheet = this.sheets[position];
    if (sheet === undefined) throw new Error(`Sheet ${position} was not opened.`);
    const kept = this.kept(number, cells);
    if (kept.length === 0) return;
    sheet.rows += 1;
    if (sheet.rows > 1) this.taken.rows += 1;
    if (this.taken.rows > this.limits.rows) return;
    sheet.columns = Math.max(sheet.columns, kept.length);
    sheet.waiting.push({ number, cells: kept });
    this.waiting.lines += 1;
    this.waiting.cells += kept.length;
  }

  /** Hands lines on when enough of them wait. */
  async ready(): Promise<void> {
    const { lines, cells, characters } = this.waiting;
    if (lines >= batch.lines || cells >= batch.cells || characters >= batch.characters) await this.handOn();
  }

  /** Hands the rest on and says what there was; throws TOO_MANY_ROWS with the count. */
  async close(): Promise<{ sheets: SheetFacts[]; personalCells: number }> {
    if (this.taken.rows > this.limits.rows) throw tooManyRows(this.taken.rows, this.limits.rows);
    await this.handOn();
    const sheets = this.sheets.map(({ waiting: _, ...facts }) => facts);
    return { sheets, personalCells: this.personalCells };
  }

  private async handOn(): Promise<void> {
    Object.assign(this.waiting, { lines: 0, cells: 0, characters: 0 });
    for (const sheet of this.sheets) {
      const lines = sheet.waiting;
      sheet.waiting = [];
      for (let from = 0; from < lines.length; from += batch.lines)
        await this.take(sheet.position, lines.slice(from, from + batch.lines));
    }
  }

  private kept(row: number, cells: Cell[]): Cell[] {
    const kept: Cell[] = [];
    for (const [column, cell] of cells.entries()) {
      const examined = this.cell(row, column, cell ?? null);
      if (examined === null) continue;
      while (kept.length < column) kept.push(null);
      kept.push(examined);
    }
    return kept;
  }

  private cell(row: number, column: number, cell: Cell): Cell {
    if (cell === null) return null;
    const text = textOf(cell);
    // The kept result of a formula may be nothing, and that there is a formula is worth knowing.
    if (nothing.test(text) && cell[0] !== 'formula') return null;
    if (column >= this.limits.columns) throw tooManyColumns(row, column, this.limits.columns);
    if (text.length > this.limits.cellCharacters)
      throw cellTooLong(row, column, text.length, this.limits.cellCharacters);
    this.count(text.length);
    const examined = withoutPersonal(cell);
    if (examined !== cell) this.personalCells += 1;
    if (examined === null) return null;
    return typeof examined === 'string' ? storable(examined) : [examined[0], storable(examined[1])];
  }

  private count(length: number): void {
    this.waiting.characters += length;
    this.taken.cells += 1;
    this.taken.characters += length;
    if (this.taken.cells > this.limits.cells) throw tooManyCells(this.limits.cells);
    if (this.taken.characters > this.limits.characters) throw tooMuchText(this.limits.characters);
  }
}

const nothing = /^\s*$/;

/** PostgreSQL keeps no NUL and no half of a character. */
const storable = (text: string): string => text.replaceAll('\0', '\ufffd').toWellFormed();

const tooManySheets = (allowed: number): UnreadableFile =>
  new UnreadableFile(
    'TOO_MANY_SHEETS',
    `The file has more than ${allowed} sheets; at most ${allowed} are allowed. Delete those that are not to be imported.`,
    `文件的工作表超过 ${allowed} 个；请删去不需要导入的工作表。`,
  );

const tooManyRows = (found: number, allowed: number): UnreadableFile =>
  new UnreadableFile(
    'TOO_MANY_ROWS',
    `The file has ${found} rows below the headers of its sheets; at most ${allowed} are allowed. Split it.`,
    `文件中表头以下共有 ${found} 行；一次最多导入 ${allowed} 行，请拆成几个文件。`,
  );

const tooManyCells = (allowed: number): UnreadableFile =>
  new UnreadableFile(
    'TOO_MANY_CELLS',
    `The file has more than ${allowed} cells that hold something; at most ${allowed} are allowed. Split it, or delete columns that are not to be imported.`,
    `文件中有内容的单元格超过 ${allowed} 个；请拆成几个文件，或删去不需要导入的列。`,
  );

const tooMuchText = (allowed: number): UnreadableFile =>
  new UnreadableFile(
    'TOO_MUCH_TEXT',
    `The cells of the file hold more than ${allowed} characters together; at most ${allowed} are allowed. Split it.`,
    `文件各单元格的文字合计超过 ${allowed} 个字符；请拆成几个文件。`,
  );
