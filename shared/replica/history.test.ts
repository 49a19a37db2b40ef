import { expect, test } from '@jest/globals';
import { PrimaryHistory } from './history.js';

test('a replica is as old as the latest time at which the primary held no more than it does', () => {
  const history = new PrimaryHistory();
  history.note(1_000, 100n);
  history.note(2_000, 250n);
  // Nothing was written: who has come to 250 holds everything of the third second too.
  history.note(3_000, 250n);
  history.note(4_000, 300n);
  expect([99n, 100n, 249n, 250n, 299n, 300n, 900n].map((position) => history.timeOf(position))).toEqual([
    null,
    1_000,
    1_000,
    3_000,
    3_000,
    4_000,
    4_000,
  ]);
});

test('a primary that was set back has no past', () => {
  const history = new PrimaryHistory();
  history.note(1_000, 100n);
  history.note(2_000, 50n);
  expect(history.timeOf(100n)).toBe(2_000);
  expect(history.timeOf(49n)).toBeNull();
});

test('an hour of looks is kept', () => {
  const history = new PrimaryHistory();
  for (let at = 0; at < 4_000; at += 1) history.note(at, BigInt(at));
  expect([399n, 400n, 3_999n].map((position) => history.timeOf(position))).toEqual([null, 400, 3_999]);
});
