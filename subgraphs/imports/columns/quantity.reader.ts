import { shown } from '#shared/finding.js';
import type { CellText } from './cell-text.js';
import { asShown, readNumber, shiftDecimal, type WrittenNumber } from './number-text.js';
import { error, read, refused, type Reading, type Remark } from './problem.js';

/** What the Decimal scalar takes; how large or fine a quantity or amount may be is for its owner to say. */
const decimalForm = /^-?\d{1,18}(\.\d{1,6})?$/;

/** A unit as a header names it: 万元 is a power of 4 and the unit 元. */
export interface HeaderUnit {
  power: number;
  unit: string;
}

/** A quantity with the unit that was written with it; empty without. */
export interface Quantity {
  decimal: string;
  unit: string;
}

/** Words of a quantity that is not exact, and those that name none at all. */
const roughly =
  /^(?:约|大约|大概|近|将近|超过|超|不少于|不低于|至少|至多|不超过|少于|多于|[<>≤≥~～≈]=?)|(?:左右|上下|以上|以下|余|多|\+|不等)/u;
const noNumber = /^(?:若干|一批|大量|少量|不限|不详|未知|待定|多|无|些许|一些|适量|急需|N\/?A)$/iu;

/** How a kind of number is named when it cannot be read. */
interface Wanted {
  what: string;
  allowed: string;
  notExact: string;
  malformed: string;
}

const quantity: Wanted = {
  what: 'quantity',
  allowed: 'a number such as "12.5" or "3箱"',
  notExact: 'QUANTITY_NOT_EXACT',
  malformed: 'QUANTITY_MALFORMED',
};
const amount: Wanted = {
  what: 'amount',
  allowed: 'yuan such as "1370000.00" or "3万元"',
  notExact: 'AMOUNT_NOT_EXACT',
  malformed: 'AMOUNT_MALFORMED',
};
const integer: Wanted = {
  what: 'whole number',
  allowed: 'a whole number such as 12',
  notExact: 'INTEGER_NOT_EXACT',
  malformed: 'INTEGER_MALFORMED',
};

/** Says why a text is no such number; of one that is not exact, which number it holds. */
function unreadable(text: string, { what, allowed, notExact, malformed }: Wanted): Reading<never> {
  const plain = text.normalize('NFKC').trim();
  const found = /\d[\d,]*(?:\.\d+)?[百千]?[万亿]?/u.exec(plain)?.[0];
  const isRange = /\d\s*(?:-|–|—|~|至|到)\s*\d/u.test(plain);
  if (noNumber.test(plain) || (found !== undefined && (isRange || roughly.test(plain)))) {
    const meant = found === undefined || isRange ? null : readNumber(found);
    const message = `${shown(text)} is no exact ${what}; allowed: ${allowed}.`;
    return refused(error(notExact, message, meant?.decimal ?? null));
  }
  return refused(error(malformed, `${shown(text)} is no ${what}; allowed: ${allowed}.`));
}

/** A number of a spreadsheet has 15 true digits, and one written with an exponent in a text has as many as are written. */
function withoutLoss({ kind, text }: CellText, decimal: string): string | null {
  const isNumber = kind === 'number' || kind === 'formula';
  if (!isNumber && /\d[eE][+-]?\d/u.test(text)) return null;
  return isNumber ? asShown(decimal) : decimal;
}

function lost(text: string): Remark {
  const message = `${shown(text)} has lost digits: a spreadsheet keeps 15 of a number.`;
  return error('NUMBER_PRECISION_LOST', message, 'Format the column as text and type the number again.');
}

/** Reads a quantity; "3箱" is 3 with the unit 箱, "3万只" 30000 with 只. A unit in the header counts where the cell names no power of its own. */
export function readQuantity(cell: CellText, header: HeaderUnit | null): Reading<Quantity> {
  const number = readNumber(cell.text);
  // A letter alone is a slip of the keyboard, not a unit.
  if (!number || /^[a-z]$/iu.test(number.unit) || roughly.test(number.unit))
    return unreadable(cell.text, quantity);
  const exact = withoutLoss(cell, scaled(number, header));
  if (exact === null) return refused(lost(cell.text));
  if (!decimalForm.test(exact)) return refused(tooLong(cell.text));
  return read({ decimal: exact, unit: number.unit });
}

/** A power in the cell stands for itself; the header's is for bare numbers. */
function scaled({ decimal, power, unit }: WrittenNumber, header: HeaderUnit | null): string {
  return power === 0 && unit === '' && header !== null ? shiftDecimal(decimal, header.power) : decimal;
}

const currencySigns = /^(?:人民币|RMB|CNY|[¥￥])\s*|\s*(?:RMB|CNY)$/giu;
const yuan = /^(?:元整|元正|元|圆|块|元人民币|人民币)?$/u;
const foreign = /[$€£₩]|美元|美金|欧元|英镑|日元|港币|港元|USD|EUR|HKD|GBP|JPY/iu;

/** Reads an amount in yuan: "¥1,000.50", "3万元", "500元"; one in 万元 is multiplied exactly. */
export function readAmount(cell: CellText, header: HeaderUnit | null): Reading<string> {
  if (foreign.test(cell.text) || foreign.test(header?.unit ?? '')) {
    const message = `${shown(cell.text)} is no amount in renminbi; the hub keeps renminbi only.`;
    return refused(error('AMOUNT_FOREIGN_CURRENCY', message));
  }
  const number = readNumber(cell.text.normalize('NFKC').trim().replace(currencySigns, ''));
  if (!number || !yuan.test(number.unit)) return unreadable(cell.text, amount);
  const exact = withoutLoss(cell, scaled(number, header));
  if (exact === null) return refused(lost(cell.text));
  const plain = exact.replace(/(\.\d\d)0+$/, '$1');
  if (!decimalForm.test(plain)) return refused(tooLong(cell.text));
  return read(plain);
}

function tooLong(text: string): Remark {
  const message = `${shown(text)} has too many digits; allowed: 18 before the point and 6 behind it.`;
  return error('NUMBER_TOO_LONG', message);
}

const headcountUnits = /^(?:人|名|位|个|人次)?$/u;

/** Reads a whole number of persons. */
export function readInteger(cell: CellText): Reading<number> {
  const number = readNumber(cell.text);
  if (!number || !headcountUnits.test(number.unit)) return unreadable(cell.text, integer);
  const plain = number.decimal.replace(/\.0*$/, '');
  // Beyond 32 bits GraphQL's Int takes nothing.
  const isInt = /^-?\d{1,10}$/.test(plain) && Math.abs(Number(plain)) <= 2_147_483_647;
  return isInt ? read(Number(plain)) : unreadable(cell.text, integer);
}
