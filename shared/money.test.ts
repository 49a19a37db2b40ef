import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountMaxFen, examineAmount, fenOfYuan, Money, yuanOfFen } from './money.js';

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

describe('an amount that a client gave', () => {
  test.each([
    ['0.01', 1n],
    ['100', 10_000n],
    ['100.5', 10_050n],
    ['007.00', 700n],
    ['1000000000000', amountMaxFen],
    ['1000000000000.00', amountMaxFen],
    ['999999999999.99', amountMaxFen - 1n],
  ])('%s yuan are %s fen', (text, fen) => {
    expect(examineAmount(text)).toEqual({ fen, findings: [] });
  });

  test.each([
    ['', ['MALFORMED']],
    ['1e3', ['MALFORMED']],
    ['１００', ['MALFORMED']],
    ['NaN', ['MALFORMED']],
    [' 100', ['MALFORMED']],
    ['1,000', ['MALFORMED']],
    ['0', ['NOT_POSITIVE']],
    ['0.00', ['NOT_POSITIVE']],
    ['-1', ['NOT_POSITIVE']],
    ['100.001', ['TOO_PRECISE']],
    ['100.000', ['TOO_PRECISE']],
    ['0.001', ['TOO_PRECISE']],
    ['1000000000000.01', ['TOO_LARGE']],
    ['10000000000000', ['TOO_LARGE']],
    // 2^53 + 1 fen, which a JavaScript number cannot hold: refused, and named as it was written.
    ['90071992547409.93', ['TOO_LARGE']],
    ['-1000000000000.011', ['NOT_POSITIVE', 'TOO_PRECISE', 'TOO_LARGE']],
  ])('%j is refused as %j', (text, codes) => {
    const { fen, findings } = examineAmount(text);
    expect(fen).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(codes.map((code) => `AMOUNT_${code}`));
    for (const { message, found } of findings) {
      expect(found).toBe(JSON.stringify(text));
      expect(message).toContain(`${JSON.stringify(text)} `);
      expect(message).toMatch(/; allowed: .+\.$/);
    }
  });

  test('the largest amount is named', () => {
    expect(examineAmount('1000000000000.01').findings[0]?.allowed).toBe('at most 1000000000000.00 yuan');
  });

  test('an amount of any length is refused, and shown short', () => {
    const { fen, findings } = examineAmount('9'.repeat(1_000_000));
    expect(fen).toBeNull();
    expect(findings[0]?.code).toBe('AMOUNT_TOO_LARGE');
    expect(findings[0]?.message.length).toBeLessThan(200);
  });

  test('every amount within the limits is read to the fen, and no other', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n * amountMaxFen), 2n * amountMaxFen), (fen) => {
        const isAllowed = fen > 0n && fen <= amountMaxFen;
        expect(examineAmount(yuanOfFen(fen)).fen).toBe(isAllowed ? fen : null);
      }),
    );
  });
});
