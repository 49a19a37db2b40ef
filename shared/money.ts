import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { isPositive, readDecimal, unitsOf, type Decimal } from './decimal.js';
import { shown, type Finding } from './finding.js';
import { DecimalScalar } from './scalars.js';

export enum Currency {
  CNY = 'CNY',
}
registerEnumType(Currency, { name: 'Currency', description: 'ISO 4217 code; the hub keeps renminbi only.' });

@ObjectType({ description: 'An exact amount of money.' })
export class Money {
  @Field(() => DecimalScalar, { description: 'Amount in yuan with two decimals.' })
  amount: string;

  @Field(() => Currency)
  currency = Currency.CNY;

  constructor(fen: bigint) {
    this.amount = yuanOfFen(fen);
  }
}

/** Writes an amount in fen as yuan with two decimals: 137000000n → "1370000.00". */
export function yuanOfFen(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads yuan with at most two decimals into fen; null when the text is not such an amount. */
export function fenOfYuan(yuan: string): bigint | null {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/.exec(yuan);
  if (!match) return null;
  const fen = BigInt(`${match[2]}${(match[3] ?? '').padEnd(2, '0')}`);
  return match[1] ? -fen : fen;
}

/** Largest amount of one booking, 10^14 fen; the ledger's postings have the same limit. */
export const amountMaxFen = 10n ** 14n;

/** An amount as it is to be booked, null unless there are no findings. */
export interface AmountExamination {
  fen: bigint | null;
  findings: Finding[];
}

/** Examines an amount in yuan that a client gave: above zero, at most two decimals, at most `amountMaxFen`. Never rounds. */
export function examineAmount(text: string): AmountExamination {
  const number = readDecimal(text);
  const found = shown(text);
  if (!number) {
    const allowed = 'yuan with at most two decimals such as "1370000.00"';
    const message = `${found} is no amount; allowed: ${allowed}.`;
    return { fen: null, findings: [{ code: 'AMOUNT_MALFORMED', message, found, allowed }] };
  }
  const findings: Finding[] = [];
  const add = (code: string, what: string, allowed: string) =>
    findings.push({ code, message: `The amount ${found} ${what}; allowed: ${allowed}.`, found, allowed });
  if (!isPositive(number)) add('AMOUNT_NOT_POSITIVE', 'is not positive', 'more than 0');
  if (number.fraction.length > 2)
    add('AMOUNT_TOO_PRECISE', `has ${number.fraction.length} decimals`, 'at most 2 decimals');
  if (isTooLarge(number)) add('AMOUNT_TOO_LARGE', 'is too large', `at most ${yuanOfFen(amountMaxFen)} yuan`);
  return { fen: findings.length === 0 ? unitsOf(number, 2) : null, findings };
}

const amountMaxDigits = yuanOfFen(amountMaxFen).split('.')[0]?.length ?? 0;

function isTooLarge({ integer, fraction }: Decimal): boolean {
  // By length first: making a number of a million digits takes seconds. Decimals beyond the second are another finding.
  if (integer.length > amountMaxDigits) return true;
  return unitsOf({ isNegative: false, integer, fraction: fraction.slice(0, 2) }, 2) > amountMaxFen;
}
