import { kindOf, textOf, type Cell, type Line } from '../reading/cell.js';
import { cleanText } from './cell-text.js';
import { fields } from './fields.js';
import { bareHeader } from './header-unit.js';
import { fold } from './spelling.js';

/** Lines from the top of a sheet among which its header is looked for. */
const linesMax = 30;

/** Longest text of a header cell; a longer one is a note. */
const headerMax = 30;

/** Header words that no field has, but that stand in headers only. */
const further = [
  '序号',
  '编号',
  '备注',
  '联系人',
  '联系电话',
  '电话',
  '地址',
  '主管部门',
  '办学层次',
  '审核状态',
  'id',
  'no',
  'remarks',
  'address',
];

let words: ReadonlySet<string> | null = null;

function headerWords(): ReadonlySet<string> {
  words ??= new Set(
    [
      ...Object.values(fields)
        .flat()
        .flatMap(({ title, synonyms }) => [title, ...synonyms]),
      ...further,
    ].map(fold),
  );
  return words;
}

/**
 * Guesses which line holds the names of the columns, whatever the noun: titles, notes and blank rows may stand above it.
 * Yields the line's number; of lines that are equally good the first, and 1 of no lines.
 */
export function guessHeaderRow(lines: readonly Line[]): number {
  const top = lines.slice(0, linesMax);
  const width = Math.max(...top.map(({ cells }) => filledOf(cells).length), 1);
  let best = {
    number: top.find(({ cells }) => filledOf(cells).length > 0)?.number ?? top[0]?.number ?? 1,
    score: 0,
  };
  for (const { number, cells } of top) {
    const score = scoreOf(cells, width);
    if (score > best.score) best = { number, score };
  }
  return best.number;
}

/** Cells that say something of their own: those within merged ones repeat their first. */
function filledOf(cells: readonly Cell[]): Cell[] {
  return cells.filter((cell) => kindOf(cell) !== 'merged' && cleanText(textOf(cell)) !== '');
}

/** Known words decide; without any, a full row of different short texts is more likely a header than one with numbers. */
function scoreOf(cells: readonly Cell[], width: number): number {
  const filled = filledOf(cells);
  if (filled.length === 0) return 0;
  const texts = filled.map((cell) => cleanText(textOf(cell)));
  const known = texts.filter((text) => headerWords().has(fold(bareHeader(text)))).length;
  const isTitle = (cell: Cell, text: string) =>
    (kindOf(cell) === 'text' || kindOf(cell) === 'formula') &&
    text.length <= headerMax &&
    !/^[\d\s.,%-]+$/u.test(text);
  const titles = filled.filter((cell, index) => isTitle(cell, texts[index] ?? '')).length;
  const distinct = new Set(texts.map(fold)).size;
  const share = titles / filled.length;
  // One word alone may be the title above the list; two of a row's cells are its header.
  return (
    known * (filled.length > 1 || width === 1 ? 10 : 1) +
    (filled.length / width) * share * (distinct / filled.length)
  );
}
