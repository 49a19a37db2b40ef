import { shown, type Finding } from './finding.js';

/**
 * Exact decimal numbers as text, "12.500", as they travel and as PostgreSQL's numeric writes them.
 * They are counted as whole numbers of their smallest unit: a JavaScript number would lose digits.
 */
export interface Decimal {
  isNegative: boolean;
  /** Digits before the point, without leading zeros; empty below one. */
  integer: string;
  /** Digits behind the point as written, trailing zeros included. */
  fraction: string;
}

/** Reads a decimal number; null for a text that is none, such as "1e3", ".5", " 1" or full-width digits. */
export function readDecimal(text: string): Decimal | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, integer = '', fraction = ''] = match;
  return { isNegative: sign === '-', integer: integer.replace(/^0+/, ''), fraction };
}

/** Whether the number is above zero; "-0.00" and "0" are not. */
export function isPositive({ isNegative, integer, fraction }: Decimal): boolean {
  return !isNegative && /[1-9]/.test(integer + fraction);
}

/** How large and how fine a quantity may be; the database's column keeps the same limits. */
export interface QuantityLimits {
  integerDigits: number;
  decimals: number;
}

/** Fifteen digits hold any stock of a city, three decimals grams and millilitres. */
const quantityLimits: QuantityLimits = { integerDigits: 15, decimals: 3 };

/** Examines a quantity, which is above zero; yields nothing when it may be stored as it is. */
export function examineQuantity(text: string, limits: QuantityLimits = quantityLimits): Finding[] {
  const number = readDecimal(text);
  const found = shown(text);
  if (!number) {
    const allowed = 'a decimal number such as "12.5"';
    return [
      {
        code: 'QUANTITY_MALFORMED',
        message: `${found} is no quantity; allowed: ${allowed}.`,
        found,
        allowed,
      },
    ];
  }
  const { integerDigits, decimals } = limits;
  const findings: Finding[] = [];
  const add = (code: string, what: string, allowed: string) =>
    findings.push({ code, message: `The quantity ${found} ${what}; allowed: ${allowed}.`, found, allowed });
  if (!isPositive(number)) add('QUANTITY_NOT_POSITIVE', 'is not positive', 'more than 0');
  if (number.fraction.length > decimals)
    add('QUANTITY_TOO_PRECISE', `has ${number.fraction.length} decimals`, `at most ${decimals} decimals`);
  if (number.integer.length > integerDigits)
    add('QUANTITY_TOO_LARGE', 'is too large', `at most ${integerDigits} digits before the point`);
  return findings;
}

/** Orders two decimal numbers by value: "1.5" equals "1.50". Throws RangeError for a text that is none. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = scaled(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Subtracts exactly, with as many decimals as the finer of the two, like PostgreSQL. Throws RangeError for a text that is no decimal number. */
export function subtractDecimals(minuend: string, subtrahend: string): string {
  const [left, right, decimals] = scaled(minuend, subtrahend);
  const difference = left - right;
  const digits = (difference < 0n ? -difference : difference).toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const sign = difference < 0n ? '-' : '';
  return `${sign}${digits.slice(0, point)}${decimals === 0 ? '' : `.${digits.slice(point)}`}`;
}

/** Both numbers as whole numbers of the finer one's smallest unit, and how many decimals that unit has. */
function scaled(a: string, b: string): [bigint, bigint, number] {
  const [left, right] = [readOrThrow(a), readOrThrow(b)];
  const decimals = Math.max(left.fraction.length, right.fraction.length);
  return [unitsOf(left, decimals), unitsOf(right, decimals), decimals];
}

function readOrThrow(text: string): Decimal {
  const number = readDecimal(text);
  if (!number) throw new RangeError(`${shown(text)} is no decimal number such as "12.5"`);
  return number;
}

/** Counts the number in units of the given number of decimals, which it must not exceed. */
export function unitsOf({ isNegative, integer, fraction }: Decimal, decimals: number): bigint {
  const units = BigInt(integer + fraction.padEnd(decimals, '0'));
  return isNegative ? -units : units;
}
