import { readDecimal } from '#shared/decimal.js';

/** Powers of ten that are written as a word behind a number. */
const multipliers: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
};

/** A number as it is written in a cell, with what stands around it. */
export interface WrittenNumber {
  /** Exact decimal, `30000` or `12.50`. */
  decimal: string;
  /** Power of ten that a word behind it named, such as 4 of 万; 0 without. It is in `decimal` already. */
  power: number;
  /** What stands behind number and word: 箱 of "3箱"; empty without. */
  unit: string;
}

/** Groups of three digits, or digits alone: "1,5" and "1.000,50" are none, because nobody knows what they mean. */
const number = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?(?:[eE][+-]?\d{1,2})?`;
const written = new RegExp(
  `^(${number})\\s*([百千]?[万亿]|十万|[百千])?\\s*(\\p{L}[^\\d]*|[ck]?m[23])?$`,
  'u',
);

/** Most characters of a number in a cell; a longer one is none. */
const writtenMax = 60;

/** Reads "3箱", "1,000.50", "3万", "２００人次" exactly; null for anything else. */
export function readNumber(text: string): WrittenNumber | null {
  if (text.length > writtenMax) return null;
  const match = written.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const [, digits = '', word = '', unit = ''] = match;
  const power = multipliers[word] ?? 0;
  const [mantissa = '', exponent = '0'] = digits.replaceAll(',', '').toLowerCase().split('e');
  return { decimal: shiftDecimal(mantissa, Number(exponent) + power), power, unit: unit.trim() };
}

/** Multiplies by a power of ten by moving the point: never a float. Zeros that say nothing are left out, decimals as written are kept. */
export function shiftDecimal(text: string, power: number): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [integer = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const digits = integer + fraction;
  const point = integer.length + power;
  const padded = point > 0 ? digits.padEnd(point, '0') : '0'.repeat(1 - point) + digits;
  const cut = point > 0 ? point : 1;
  const whole = padded.slice(0, cut).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(cut);
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
}

/** Most digits of a spreadsheet's number that are true. */
const trueDigits = 15;

/** How many digits a decimal has from its first that is not 0. */
export const digitsOf = (decimal: string): number => decimal.replace(/[-.]/g, '').replace(/^0+/, '').length;

/**
 * Yields a spreadsheet's number as the spreadsheet shows it: what is kept as 0.30000000000000004 was 0.3.
 * Null when digits before the point are lost, which no rounding brings back.
 */
export function asShown(decimal: string): string | null {
  if (digitsOf(decimal) <= trueDigits) return decimal;
  const number = readDecimal(decimal);
  if (number === null || number.integer.length > trueDigits) return null;
  const leading = number.integer === '' ? (/^0*/.exec(number.fraction)?.[0].length ?? 0) : 0;
  const decimals = trueDigits - number.integer.length + leading;
  const kept = `${number.integer}${number.fraction.slice(0, decimals)}`;
  const roundsUp = (number.fraction[decimals] ?? '0') >= '5';
  const units = (BigInt(kept === '' ? '0' : kept) + (roundsUp ? 1n : 0n)).toString();
  const shown = shiftDecimal(units, -decimals).replace(/\.?0+$/, '');
  return `${number.isNegative ? '-' : ''}${shown === '' ? '0' : shown}`;
}
