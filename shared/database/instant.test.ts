import { expect, test } from '@jest/globals';
import { instantOf } from './instant.js';

test.each([
  ['2026-11-25 20:41:00.123+00', '2026-11-25T20:41:00.123Z'],
  ['2026-11-25 20:41:00+08', '2026-11-25T12:41:00.000Z'],
  ['2026-11-25 20:41:00.5-03:30', '2026-11-26T00:11:00.500Z'],
  ['0099-01-01 00:00:00+00', '0099-01-01T00:00:00.000Z'],
])('%s is the instant %s', (text, instant) => {
  expect(instantOf(text).toISOString()).toBe(instant);
});
