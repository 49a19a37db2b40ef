import { withoutPersonalNumbers } from '#shared/text.js';
import { examineUscc } from '#shared/uscc.js';
import { type Cell, textOf } from './cell.js';

/** Stands where a number was. */
export const removed = '（已隐去）';

/** No personal number is shorter. */
const shortest = 11;

/** Takes the numbers of persons out of a text; null when there are none. */
export const withoutNumbers = (text: string): string | null =>
  text.length < shortest ? null : withoutPersonalNumbers(text, removed, isCreditCode);

/** Takes the numbers of persons out of a cell; the same cell when there are none. */
export function withoutPersonal(cell: Cell): Cell {
  const text = textOf(cell);
  if (text.length < shortest) return cell;
  if (cell !== null && cell[0] === 'number' && cuttingIdentity.test(text)) return ['personal', removed];
  const left = withoutNumbers(text);
  return left === null ? cell : ['personal', left];
}

/**
 * Whether it is a credit code, of which some look like a person's number: by both its checks, of which the second is no rule, but
 * makes it a matter of one in ten thousand that a person's number passes for a code.
 */
function isCreditCode(number: string): boolean {
  const { errors, warnings } = examineUscc(number);
  return errors.length === 0 && !warnings.some(({ code }) => doubts.includes(code));
}

const doubts = ['ORG_CODE_CHECK', 'USCC_UNKNOWN_PREFIX'];

/** A spreadsheet keeps 15 digits of an identity number that was typed as a number: the check is gone, the birthday is not. */
const cuttingIdentity = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/;
