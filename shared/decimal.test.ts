import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareDecimals, examineQuantity, subtractDecimals } from './decimal.js';

const codesOf = (findings: { code: string }[]) => findings.map(({ code }) => code);

/** Writes a whole number of thousandths with three decimals. */
const thousandths = (units: bigint) => {
  const digits = (units < 0n ? -units : units).toString().padStart(4, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
};
const units = fc.bigInt(-(10n ** 18n), 10n ** 18n);

describe('a quantity', () => {
  test.each(['1', '0.001', '12.5', '007', '999999999999999.999', '000000999999999999999'])(
    '%s passes',
    (text) => {
      expect(examineQuantity(text)).toEqual([]);
    },
  );

  test.each([
    ['', 'QUANTITY_MALFORMED'],
    ['1e3', 'QUANTITY_MALFORMED'],
    ['１００', 'QUANTITY_MALFORMED'],
    [' 1', 'QUANTITY_MALFORMED'],
    ['1 ', 'QUANTITY_MALFORMED'],
    ['+1', 'QUANTITY_MALFORMED'],
    ['.5', 'QUANTITY_MALFORMED'],
    ['-.5', 'QUANTITY_MALFORMED'],
    ['5.', 'QUANTITY_MALFORMED'],
    ['1,000', 'QUANTITY_MALFORMED'],
    ['NaN', 'QUANTITY_MALFORMED'],
    ['0x10', 'QUANTITY_MALFORMED'],
    ['1\n', 'QUANTITY_MALFORMED'],
    ['0', 'QUANTITY_NOT_POSITIVE'],
    ['0.000', 'QUANTITY_NOT_POSITIVE'],
    ['-0', 'QUANTITY_NOT_POSITIVE'],
    ['-1', 'QUANTITY_NOT_POSITIVE'],
    ['1.0000', 'QUANTITY_TOO_PRECISE'],
    ['0.0001', 'QUANTITY_TOO_PRECISE'],
    ['1000000000000000', 'QUANTITY_TOO_LARGE'],
  ])('%j is refused as %s', (text, code) => {
    const [finding, ...others] = examineQuantity(text);
    expect(finding).toMatchObject({ code, found: JSON.stringify(text) });
    expect(finding?.message).toMatch(/; allowed: .+\.$/);
    expect(finding?.message).toContain(JSON.stringify(text));
    expect(others).toEqual([]);
  });

  test('everything that is the matter is told at once, within the limits given', () => {
    expect(codesOf(examineQuantity('-1000.5', { integerDigits: 3, decimals: 0 }))).toEqual([
      'QUANTITY_NOT_POSITIVE',
      'QUANTITY_TOO_PRECISE',
      'QUANTITY_TOO_LARGE',
    ]);
    expect(examineQuantity('999', { integerDigits: 3, decimals: 0 })).toEqual([]);
  });

  test('a quantity of any length is examined, and shown short', () => {
    const [finding] = examineQuantity('9'.repeat(1_000_000));
    expect(finding?.code).toBe('QUANTITY_TOO_LARGE');
    expect(finding?.message.length).toBeLessThan(200);
    expect(codesOf(examineQuantity(`${'0'.repeat(1_000_000)}x`))).toEqual(['QUANTITY_MALFORMED']);
  });

  test('a quantity passes exactly when it is above zero and below the limit', () => {
    fc.assert(
      fc.property(units, (number) => {
        const isAllowed = number > 0n && number < 10n ** 18n;
        expect(examineQuantity(thousandths(number)).length === 0).toBe(isAllowed);
      }),
    );
  });
});

describe('decimal numbers', () => {
  test.each([
    ['1.5', '1.50', 0],
    ['-0', '0.000', 0],
    ['0010', '10', 0],
    ['2', '10', -1],
    ['-2', '-10', 1],
    ['0.1', '0.09', 1],
    ['9007199254740993', '9007199254740992', 1],
  ])('%s compared with %s is %i', (a, b, order) => {
    expect(compareDecimals(a, b)).toBe(order);
  });

  test.each([
    ['10.5', '0.5', '10.0'],
    ['0.3', '0.1', '0.2'],
    ['1', '0.001', '0.999'],
    ['0', '0.05', '-0.05'],
    ['5', '5', '0'],
    ['-1', '-3', '2'],
    ['9007199254740993.1', '0.1', '9007199254740993.0'],
  ])('%s less %s is %s', (minuend, subtrahend, difference) => {
    expect(subtractDecimals(minuend, subtrahend)).toBe(difference);
  });

  test('comparing and subtracting agree with whole numbers', () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        expect(compareDecimals(thousandths(a), thousandths(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(subtractDecimals(thousandths(a), thousandths(b))).toBe(thousandths(a - b));
      }),
    );
  });

  test('numbers of different precision keep the finer one', () => {
    fc.assert(
      fc.property(units, fc.bigInt(0n, 10n ** 9n), (a, b) => {
        expect(subtractDecimals(thousandths(a), String(b))).toBe(thousandths(a - b * 1000n));
        expect(subtractDecimals(String(b), thousandths(a))).toBe(thousandths(b * 1000n - a));
      }),
    );
  });

  test.each(['', '1e3', '.5', 'NaN'])('%j is no number to count with', (text) => {
    expect(() => compareDecimals(text, '1')).toThrow(RangeError);
    expect(() => subtractDecimals('1', text)).toThrow(RangeError);
  });
});
