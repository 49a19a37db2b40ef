import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Finding } from './finding.js';
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

/** Limit of one posting: a hundred thousand times what a city raises in a year. */
const fenMax = 10n ** 14n;

/** Reads an amount in yuan that is above 0; `fen` is null when findings say why. */
export function examineAmount(text: string): { fen: bigint | null; findings: Finding[] } {
  const fen = fenOfYuan(text);
  const refuse = (code: string, message: string) => ({ fen: null, findings: [{ code, message }] });
  if (fen === null) return refuse('AMOUNT_MALFORMED', 'at most two decimals are allowed.');
  if (fen <= 0n) return refuse('AMOUNT_NOT_POSITIVE', 'more than 0 is expected.');
  if (fen > fenMax) return refuse('AMOUNT_TOO_LARGE', `at most ${yuanOfFen(fenMax)} is allowed.`);
  return { fen, findings: [] };
}
