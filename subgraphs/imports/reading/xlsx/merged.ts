import { type Cell, type Line, textOf } from '../cell.js';
import { UnreadableFile } from '../unreadable.js';
import { cellPlace } from './place.js';

/** An area of merged cells, rows from 1 and columns from 0, both ends within. */
export interface MergedArea {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

const mergedCell = /<(?:[\w.-]+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Za-z]+\d+):([A-Za-z]+\d+)["']/g;
const marker = Buffer.from('mergeCell');

/** So much of a piece may belong to an element that goes on in the next. */
const overlap = 512;

/** Finds the merged areas of a sheet, which are written behind its cells. */
export async function mergedAreas(pieces: AsyncIterable<Buffer>, allowed: number): Promise<MergedArea[]> {
  const areas: MergedArea[] = [];
  let rest = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    let end = 0;
    // Most pieces hold none. Elements and places are ASCII, whatever the encoding of the texts.
    if (bytes.includes(marker))
      for (const found of bytes.toString('latin1').matchAll(mergedCell)) {
        areas.push(areaOf(found[1] ?? '', found[2] ?? ''));
        end = found.index + found[0].length;
      }
    if (areas.length > allowed) throw tooManyAreas(allowed);
    rest = bytes.subarray(Math.max(end, bytes.length - overlap));
  }
  return areas;
}

function areaOf(first: string, last: string): MergedArea {
  const [one, other] = [cellPlace(first), cellPlace(last)];
  return {
    firstRow: Math.min(one.row, other.row),
    lastRow: Math.max(one.row, other.row),
    firstColumn: Math.min(one.column, other.column),
    lastColumn: Math.max(one.column, other.column),
  };
}

/**
 * Fills merged areas that span rows downwards: each line gets the text of the first in the area's first column, as merged. Across
 * columns nothing is repeated: a title over a table is one cell, and the header is not to be looked for in copies of it.
 * You must pass the lines in their order.
 */
export class Filling {
  private readonly areas: readonly MergedArea[];
  private next = 0;
  private open: { area: MergedArea; text: string }[] = [];

  constructor(areas: readonly MergedArea[]) {
    this.areas = [...areas].sort((one, other) => one.firstRow - other.firstRow);
  }

  /** Fills a line; one that holds nothing of its own stays empty. */
  fill({ number, cells }: Line): Cell[] {
    const filled = [...cells];
    if (cells.some((cell) => cell !== null && cell !== undefined))
      for (const { area, text } of this.open)
        if (number <= area.lastRow && textOf(filled[area.firstColumn] ?? null) === '')
          filled[area.firstColumn] = ['merged', text];
    this.open = this.open.filter(({ area }) => area.lastRow > number);
    for (let area = this.areas[this.next]; area !== undefined && area.firstRow <= number;) {
      const text = area.firstRow === number ? textOf(cells[area.firstColumn] ?? null) : '';
      if (text !== '' && area.lastRow > number) this.open.push({ area, text });
      this.next += 1;
      area = this.areas[this.next];
    }
    return filled;
  }
}

const tooManyAreas = (allowed: number): UnreadableFile =>
  new UnreadableFile(
    'FILE_TOO_COMPLEX',
    `A sheet has more than ${allowed} areas of merged cells; at most ${allowed} are allowed. Unmerge them.`,
    `工作表的合并单元格超过 ${allowed} 处；请取消合并后再上传。`,
  );
