import { unescapeFormula } from '../../files/formula.js';
import { type Cell, kindOf, textOf } from '../cell.js';
import { decimalOf } from '../json-table.js';
import { broken } from './xml.js';

/** A cell as it is written in a sheet. */
export interface WrittenCell {
  /** `s` shared text, `inlineStr`, `str`, `b`, `e`, `d`, `n`; empty is a number. */
  type: string;
  style: number;
  hasFormula: boolean;
  value: string;
  inline: string;
}

/** What cells refer to. */
export interface CellContext {
  strings: readonly string[];
  dateStyles: ReadonlySet<number>;
  is1904: boolean;
}

/** Yields what a cell says. A formula that failed is an error; one that was never computed is an empty formula. */
export function valueOf(written: WrittenCell, context: CellContext): Cell {
  const cell = plainValueOf(written, context);
  return written.hasFormula && kindOf(cell) !== 'error' ? ['formula', textOf(cell)] : cell;
}

function plainValueOf({ type, style, value, inline }: WrittenCell, context: CellContext): Cell {
  switch (type) {
    case 's':
      return value === '' ? null : sharedText(value, context.strings);
    case 'inlineStr':
      return unescapeFormula(inline);
    case 'str':
      return unescapeFormula(value);
    case 'b':
      return ['boolean', value === '1' || value === 'true' ? 'true' : 'false'];
    case 'e':
      return ['error', value];
    case 'd':
      return ['date', value.replace(/T00:00:00(?:\.0+)?Z?$/, '')];
    default:
      return value.trim() === '' ? null : numberOf(Number(value), style, context);
  }
}

function sharedText(position: string, strings: readonly string[]): string {
  const text = strings[Number(position)];
  if (text === undefined) throw broken();
  return unescapeFormula(text);
}

function numberOf(number: number, style: number, { dateStyles, is1904 }: CellContext): Cell {
  if (!Number.isFinite(number)) throw broken();
  const date = dateStyles.has(style) ? dateOf(number, is1904) : null;
  // A time of day alone is no date.
  if (date !== null) return date.includes('-') ? ['date', date] : date;
  // A fraction that was computed ends in digits that nobody typed: 0.1 + 0.2 is shown as 0.3.
  const shown = Number.isInteger(number) ? number : Number(number.toPrecision(15));
  return ['number', decimalOf(shown)];
}

const msPerDay = 86_400_000;
/** Day 0 of either count; the second corrects a day 29 February 1900 that Excel counts and that never was. */
const dayZero = {
  to1900: Date.UTC(1899, 11, 31),
  from1900: Date.UTC(1899, 11, 30),
  from1904: Date.UTC(1904, 0, 1),
};
/** 31 December 9999, the last day that Excel knows. */
const lastDay = 2_958_465;

/** Yields a date as 2026-03-31, a moment as 2026-03-31T08:30:00, a time of day as 08:30:00; null for what is no day. */
function dateOf(serial: number, is1904: boolean): string | null {
  if (serial < 0 || serial >= lastDay + 1) return null;
  const zero = is1904 ? dayZero.from1904 : serial < 60 ? dayZero.to1900 : dayZero.from1900;
  // Times are kept as fractions of a day, which hit no second exactly.
  const moment = new Date(Math.round((zero + serial * msPerDay) / 1_000) * 1_000).toISOString().slice(0, 19);
  if (serial < 1 && serial > 0) return moment.slice(11);
  return moment.endsWith('T00:00:00') ? moment.slice(0, 10) : moment;
}
