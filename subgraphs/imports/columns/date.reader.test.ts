import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#shared/calendar.js';
import { readDay } from './date.reader.js';

const read = (text: string) => readDay({ kind: 'text', text, remarks: [] }, '2026-11-26');
const day = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1950-01-01', count));

describe('a day', () => {
  test('is the same in every form that people write', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [year = '', month = '', rest = ''] = date.split('-');
        const [m, d] = [Number(month), Number(rest)];
        const forms = [
          date,
          `${year}/${m}/${d}`,
          `${year}.${m}.${d}`,
          `${year}年${m}月${d}日`,
          year + month + rest,
          `${year}-${m}-${d} 0:00`,
        ];
        for (const form of forms) expect(read(form)).toEqual({ value: date, remarks: [] });
      }),
    );
  });

  test('counted by a spreadsheet is days from 1899-12-30', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_959, max: 73_415 }), (serial) => {
        expect(read(String(serial)).value).toBe(addDays('1899-12-30', serial));
      }),
    );
  });

  test('is read or refused without a throw, never into what the Date scalar refuses', () => {
    const piece = fc.constantFrom(
      '2026',
      '02',
      '30',
      '-',
      '/',
      '.',
      '年',
      '月',
      '日',
      'T',
      'Z',
      '00:00',
      ' ',
      '9999999',
      '45678',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        const { value: date, remarks } = read(value);
        if (date === null) expect(remarks).toMatchObject([{ severity: 'ERROR' }]);
        else expect(addDays(date, 0)).toBe(date);
      }),
      { numRuns: 500 },
    );
  });
});
