import { createHash } from 'node:crypto';
import { organizationCodeCheck, usccCheck } from '../uscc.js';

/** Kinds of rows in the demonstration dataset. */
export type DemoKind =
  | 'organization'
  | 'incubation'
  | 'project'
  | 'award'
  | 'partner'
  | 'agreement'
  | 'resource'
  | 'link'
  | 'campaign'
  | 'donation'
  | 'entry'
  | 'pool'
  | 'grant';

/** Yields the id of a row of the dataset from its natural key: the same on every machine and in every subgraph. */
export function demoId(kind: DemoKind, key: string): string {
  const hex = createHash('sha256').update(`linkage-hub demonstration ${kind} ${key}`).digest('hex');
  // Version 8 of RFC 9562: the content is our own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const loadedAt = Date.UTC(2026, 0, 1);

/** Yields when the n-th row of a kind was written: one fixed day, in the dataset's order, which lists keep. */
export function demoTime(position: number): Date {
  return new Date(loadedAt + position);
}

/** Yields a credit code that is valid by construction and belongs to nobody (R-USCC, synthetic). */
export function demoUscc(prefix: string, division: string, serial: number): string {
  const body = `MJ${String(serial).padStart(6, '0')}`;
  const first17 = `${prefix}${division}${body}${organizationCodeCheck(body)}`;
  return `${first17}${usccCheck(first17)}`;
}

/** Splits a total into parts by weight, in whole units; the last part takes what rounding leaves, so the sum is exact. */
export function split(total: bigint, weights: readonly number[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => (total * BigInt(weight)) / BigInt(sum));
  const rest = total - parts.reduce((a, b) => a + b, 0n);
  return parts.map((part, index) => (index === parts.length - 1 ? part + rest : part));
}
