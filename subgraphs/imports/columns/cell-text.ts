import { kindOf, textOf, type Cell, type CellKind } from '../reading/cell.js';
import { error, warning, type Remark } from './problem.js';

/** A cell as the readers of kinds take it: its text without dirt, empty when there is none. */
export interface CellText {
  kind: CellKind | null;
  text: string;
  remarks: readonly Remark[];
}

/** Blanks at the ends, and whatever breaks a line or cannot be seen within it. */
const dirt =
  /^[\s\p{Default_Ignorable_Code_Point}]|[\s\p{Default_Ignorable_Code_Point}]$|[\p{Cc}\u2028\u2029\uFEFF]/u;
const outer = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
const lineBreaks = /\r\n?|[\u2028\u2029\u0085\v\f]/gu;
/** Between Chinese characters a break only wraps the text; elsewhere it stands for a blank. */
const wrapped = /(?<=[\p{Script=Han}（）]) *[\n\t]\s*(?=[\p{Script=Han}（）])/gu;
const invisible = /[\p{Cc}\uFEFF]/gu;

/** Yields the text without blanks at its ends, in one line unless it may have several. */
export function cleanText(text: string, isMultiline = false): string {
  if (!dirt.test(text)) return text;
  const lines = text.replace(lineBreaks, '\n');
  const shown = isMultiline
    ? lines.replace(/[\p{Cc}\uFEFF]/gu, (character) =>
        character === '\n' || character === '\t' ? character : '',
      )
    : lines
        .replace(wrapped, '')
        .replace(/[\n\t]\s*/gu, ' ')
        .replace(invisible, '');
  return withoutEnds(shown);
}

/** By hand, because an expression that looks for blanks before the end tries every blank within. */
function withoutEnds(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && outer.test(text.charAt(start))) start += 1;
  while (end > start && outer.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Reads what a cell holds, whatever field it is for. Dirt that is taken off is told where the text is kept as it is written. */
export function readCell(cell: Cell, { isMultiline = false, tellDirt = false } = {}): CellText {
  const kind = kindOf(cell);
  if (kind === 'personal') {
    const message = 'The cell holds a personal number; personal numbers are not kept here, take it out.';
    return { kind, text: '', remarks: [error('PERSONAL_NUMBER', message, 'Take the number out.')] };
  }
  const written = textOf(cell);
  const text = cleanText(written, isMultiline);
  if (kind === 'error') {
    const message = `The cell shows the error ${JSON.stringify(text.slice(0, 20))}; a value is allowed.`;
    return { kind, text: '', remarks: [error('CELL_ERROR', message, 'Mend the formula or type the value.')] };
  }
  const remarks: Remark[] = [];
  if (kind === 'formula' && text !== '') {
    remarks.push(
      warning('FORMULA_RESULT', 'The cell holds a formula; its last result is taken as the value.'),
    );
  }
  if (tellDirt && text !== '' && text !== written.replace(lineBreaks, '\n')) {
    remarks.push(warning('TEXT_CLEANED', `${dirtOf(written)} were taken out.`, text));
  }
  return { kind, text, remarks };
}

function dirtOf(written: string): string {
  if (/[\r\n\v\f\u2028\u2029\u0085]/u.test(written)) return 'Line breaks or blanks around them';
  if (written.includes('\t')) return 'Tabs';
  return /^\s|\s$/u.test(written) ? 'Blanks at the ends' : 'Invisible characters';
}
