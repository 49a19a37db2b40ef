import { expect, test } from '@jest/globals';
import { KeptViewers } from './kept-viewers.js';
import { anonymous } from './viewer.js';

const viewer = { ...anonymous, subject: 'somebody' };
let now = 1_000_000;
const open = (max = 10) => new KeptViewers(max, () => now);
const limits = { expiresAt: Number.POSITIVE_INFINITY, mostMs: 10_000 };

test('a verified token is known, and no other one', () => {
  const kept = open();
  kept.keep('token', viewer, limits);
  expect([kept.find('token'), kept.find('token2'), kept.find('')]).toEqual([viewer, null, null]);
});

test.each([
  ['its time is over', { ...limits, mostMs: 10_000 }, 10_000],
  ['it expires, whatever its time', { expiresAt: now + 5_000, mostMs: 10_000 }, 5_000],
  ['it had expired', { expiresAt: now - 1, mostMs: 10_000 }, 0],
])('a token has to be verified again when %s', (_when, given, afterMs) => {
  now = 1_000_000;
  const kept = open();
  kept.keep('token', viewer, given);
  now += afterMs - 1;
  expect(kept.find('token')).toEqual(afterMs > 0 ? viewer : null);
  now += 1;
  expect(kept.find('token')).toBeNull();
});

test('a clock that is set back makes no token good for longer', () => {
  now = 1_000_000;
  const kept = open();
  kept.keep('token', viewer, limits);
  now -= 1;
  expect(kept.find('token')).toBeNull();
});

test('as many are kept as may be', () => {
  const kept = open(2);
  for (const token of ['one', 'two', 'three']) kept.keep(token, viewer, limits);
  expect(['one', 'two', 'three'].map((token) => kept.find(token) !== null)).toEqual([false, true, true]);
});
