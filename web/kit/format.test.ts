import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amount, lastDay, shortMoney } from './format.js';

test.each([
  ['8370000.00', '8,370,000.00'],
  ['0.00', '0.00'],
  ['-1234.50', '-1,234.50'],
  ['999', '999'],
  ['1000', '1,000'],
  ['90071992547409930.07', '90,071,992,547,409,930.07'],
])('%s is written %s', (decimal, written) => {
  expect(amount(decimal)).toBe(written);
});

test('an amount keeps each of its digits, whatever its size', () => {
  const decimal = fc
    .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 20n), fc.integer({ min: 0, max: 99 }))
    .map(([isNegative, yuan, fen]) => `${isNegative ? '-' : ''}${yuan}.${String(fen).padStart(2, '0')}`);
  fc.assert(
    fc.property(decimal, (exact) => {
      const written = amount(exact);
      expect(written.replaceAll(',', '')).toBe(exact);
      expect(written).toMatch(/^-?\d{1,3}(,\d{3})*\.\d\d$/);
    }),
  );
});

test('money from afar is written as each language does', () => {
  expect([shortMoney('8370000.00', 'zh'), shortMoney('8370000.00', 'en')]).toEqual(['837万', '8.4m']);
});

test.each([
  ['2025-01-01', '2024-12-31'],
  ['2024-03-01', '2024-02-29'],
  ['2026-11-26', '2026-11-25'],
])('a period that ends before %s lasts to %s', (firstDayNoLonger, day) => {
  expect(lastDay(firstDayNoLonger)).toBe(day);
});
