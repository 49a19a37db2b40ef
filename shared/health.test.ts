import { expect, test } from '@jest/globals';
import { keptFor } from './health.js';

test('a flood of questions is one question, until the answer is too old or the clock was set back', async () => {
  let now = 5_000;
  let asked = 0;
  const read = keptFor(
    1_000,
    () => Promise.resolve((asked += 1)),
    () => now,
  );
  expect(await Promise.all(Array.from({ length: 100 }, read))).toEqual(Array.from({ length: 100 }, () => 1));
  now += 999;
  expect(await read()).toBe(1);
  now += 1;
  expect(await read()).toBe(2);
  now -= 3_000;
  expect(await read()).toBe(3);
});
