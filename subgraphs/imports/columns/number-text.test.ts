import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asShown, readNumber, shiftDecimal } from './number-text.js';
import { readAmount, readQuantity } from './quantity.reader.js';

const digits = (max: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${max}}$`));
const fraction = (max: number) =>
  fc.oneof(
    fc.constant(''),
    digits(max).map((text) => `.${text}`),
  );
/** A decimal as PostgreSQL would take it, of up to twelve digits before the point. */
const decimal = fc.tuple(digits(12), fraction(4)).map(([whole, rest]) => whole + rest);
const text = (value: string) => ({ kind: 'text' as const, text: value, remarks: [] });
const grouped = (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, ',');
const fullWidth = (value: string) =>
  value.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** A decimal counted in units of a millionth of a ten-thousandth, which no float can tell apart. */
function units(value: string): bigint {
  const [whole = '', rest = ''] = value.split('.');
  return BigInt(whole + rest.padEnd(10, '0'));
}

describe('a written number', () => {
  test('keeps every digit, whatever it is written in', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom('箱', '人次', '元', '只/天', ''), (value, unit) => {
        const [whole = '', rest] = value.split('.');
        const forms = [
          value,
          grouped(whole.replace(/^0+(?=\d)/, '')) + (rest === undefined ? '' : `.${rest}`),
          fullWidth(value),
        ];
        for (const form of forms) {
          const number = readNumber(`${form}${unit}`);
          expect(number).toMatchObject({ unit: unit.normalize('NFKC'), power: 0 });
          expect(units(number?.decimal ?? '')).toBe(units(value));
        }
      }),
    );
  });

  test('times ten thousand is exact, as 0.1 + 0.2 is not', () => {
    expect(readNumber('0.3万')?.decimal).toBe('3000');
    expect(readNumber('0.00001万')?.decimal).toBe('0.1');
    expect(readNumber('123456789012.34万元')).toEqual({ decimal: '1234567890123400', power: 4, unit: '元' });
    fc.assert(
      fc.property(decimal, (value) => {
        expect(units(readNumber(`${value}万`)?.decimal ?? '')).toBe(units(value) * 10_000n);
        expect(units(shiftDecimal(value, 4))).toBe(units(value) * 10_000n);
        expect(units(shiftDecimal(shiftDecimal(value, 4), -4))).toBe(units(value));
      }),
    );
  });

  test.each(['3箱(每箱100个)', '三箱', '1万5千', '3-5箱', '20%', '1,00,000', '0x10', '12:30', '.5'])(
    'is none in %j',
    (value) => {
      expect(readNumber(value)).toBeNull();
    },
  );

  test('may have a square or cubic metre behind it', () => {
    expect(readNumber('80㎡')).toEqual({ decimal: '80', power: 0, unit: 'm2' });
  });

  test('never makes a number of a text that holds none', () => {
    const noDigits = fc.string({ unit: 'binary' }).filter((value) => !/\d/.test(value.normalize('NFKC')));
    fc.assert(fc.property(noDigits, (value) => expect(readNumber(value)).toBeNull()));
  });

  test('is read or refused without a throw, never into what the Decimal scalar refuses', () => {
    const piece = fc.constantFrom('1', '0', '.', ',', '万', '亿', '元', '箱', '-', '+', 'e', '约', ' ', '９');
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')),
    );
    const header = fc.option(fc.record({ power: fc.constantFrom(0, 4, 8), unit: fc.constant('元') }), {
      nil: null,
    });
    fc.assert(
      fc.property(
        anything,
        header,
        fc.constantFrom('text' as const, 'number' as const),
        (value, unit, kind) => {
          const cell = { kind, text: value, remarks: [] };
          for (const read of [
            readQuantity(cell, unit).value?.decimal ?? null,
            readAmount(cell, unit).value,
          ]) {
            if (read !== null) expect(read).toMatch(/^-?\d{1,18}(\.\d{1,6})?$/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('an amount below a header in 万元', () => {
  test('is multiplied exactly, to the last of twelve digits', () => {
    const header = { power: 4, unit: '元' };
    fc.assert(
      fc.property(decimal, (value) => {
        expect(units(readAmount(text(value), header).value ?? '')).toBe(units(value) * 10_000n);
      }),
    );
  });
});

describe('a spreadsheet’s number', () => {
  test.each([
    ['0.30000000000000004', '0.3'],
    ['1234.5600000000001', '1234.56'],
    ['0.00012345678901234567', '0.000123456789012346'],
    ['99999999999999.996', '100000000000000'],
    ['123456789012345', '123456789012345'],
    ['12345', '12345'],
  ])('kept as %s was %s', (kept, shown) => {
    expect(asShown(kept)).toBe(shown);
  });

  test('of more than 15 digits before the point is lost', () => {
    expect(asShown('1234567890123456')).toBeNull();
  });

  test('that people typed with at most 15 digits comes back as they typed it', () => {
    const typed = fc.tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(typed, ([whole, cents]) => {
        const value = `${whole}.${String(cents).padStart(2, '0')}`;
        // What a file holds is the shortest text of the float, or the float's digits in full.
        for (const kept of [String(Number(value)), Number(value).toFixed(12)]) {
          expect(Number(asShown(kept))).toBe(Number(value));
        }
      }),
    );
  });
});
