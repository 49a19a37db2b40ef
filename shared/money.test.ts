import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fenOfYuan, Money, yuanOfFen } from './money.js';

describe('money', () => {
  test.each([
    [0n, '0.00'],
    [1n, '0.01'],
    [-1n, '-0.01'],
    [137_000_000n, '1370000.00'],
    [9_007_199_254_740_993n, '90071992547409.93'],
  ])('%s fen are %s yuan', (fen, yuan) => {
    expect(yuanOfFen(fen)).toBe(yuan);
    expect(new Money(fen)).toEqual({ amount: yuan, currency: 'CNY' });
  });

  test.each([
    '',
    '1e3',
    '１００',
    ' 100',
    '100 ',
    '100.001',
    '.5',
    '5.',
    '+1',
    'NaN',
    '0x10',
    '1,000',
    '1234567890123456',
  ])('%j is no amount', (text) => {
    expect(fenOfYuan(text)).toBeNull();
  });

  test('every amount survives being written and read', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 17n) + 1n, 10n ** 17n - 1n), (fen) => fenOfYuan(yuanOfFen(fen)) === fen),
    );
  });
});
