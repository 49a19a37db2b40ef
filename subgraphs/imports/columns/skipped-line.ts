import { kindOf, textOf, type Cell, type Line } from '../reading/cell.js';
import { cleanText } from './cell-text.js';
import { warning, type LineProblem } from './problem.js';
import { foldWord } from './spelling.js';

const ofLine = (code: string, message: string): LineProblem => ({
  ...warning(code, message),
  column: null,
  field: null,
  value: null,
});
const groupRow = ofLine(
  'GROUP_ROW',
  'Its cells are merged into one: it is taken as a heading, not as a row.',
);
const totalRow = ofLine(
  'TOTAL_ROW',
  'It begins with the word for a total: it is taken as no row of its own.',
);

/** Whether a cell holds anything, a number that was taken out of it included. */
export const isFilledCell = (cell: Cell): boolean =>
  cell !== null && (kindOf(cell) === 'personal' || cleanText(textOf(cell)) !== '');

/** 北京市（92所） over the whole width of a list. */
function isGroupHeading({ cells }: Line): boolean {
  if (!cells.some((cell) => kindOf(cell) === 'merged')) return false;
  const [first = null, ...others] = cells.filter((cell) => textOf(cell) !== '');
  if (others.length < 2) return false;
  return others.every((cell) => kindOf(cell) === 'merged' && textOf(cell) === textOf(first));
}

const totals = /^(?:合计|总计|共计|小计|总合计|累计|total|sum|grandtotal|subtotal)$/u;

/** Longest cell that is looked at as a word for a total. */
const totalMax = 20;

function isTotal({ cells }: Line): boolean {
  const text = textOf(cells.find(isFilledCell) ?? null);
  return text.length <= totalMax && totals.test(foldWord(text));
}

/** Yields what is said of a line that is filled but holds nothing to import, or null. */
export function whySkipped(line: Line): LineProblem | null {
  if (isGroupHeading(line)) return groupRow;
  return isTotal(line) ? totalRow : null;
}
