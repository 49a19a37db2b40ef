import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, addWorkingDays, isWorkingDay, workingDaysBetween } from './calendar.js';
import { holidayArrangements } from './holidays.js';

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: string) => [0, 6].includes(weekday(day));
const range = (first: string, last: string): string[] =>
  first > last ? [] : [first, ...range(addDays(first, 1), last)];

const someDay = fc
  .date({ min: new Date('2023-06-01'), max: new Date('2027-06-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  test.each([
    ['2026-03-31', 1, '2026-04-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', 365, '2027-01-01'],
    ['9999-12-31', 1, '9999-12-31'],
    ['0001-01-01', -1, '0001-01-01'],
  ])('%s and %i days is %s', (day, count, sum) => {
    expect(addDays(day, count)).toBe(sum);
  });

  test.each([
    ['2026-03-15', 3, '2026-06-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', -6, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-01-15', -1, '2025-12-15'],
    ['0031-01-31', 1, '0031-02-28'],
    ['9999-12-31', 1, '9999-12-31'],
    ['0001-01-01', -1, '0001-01-01'],
  ])('%s and %i months is %s', (day, count, sum) => {
    expect(addMonths(day, count)).toBe(sum);
  });

  test('months add up to years, and never leave their month', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const sum = addMonths(day, count);
        const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(sum) - months(day)).toBe(count);
        expect(sum.slice(8) === day.slice(8) || addDays(sum, 1).endsWith('-01')).toBe(true);
      }),
    );
  });

  test.each([
    '',
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '2026-03',
    '2026',
    '２０２６-01-01',
    '2026-01-01T00:00:00Z',
  ])('%j is no day', (day) => {
    for (const count of [addDays, addMonths, addWorkingDays]) expect(() => count(day, 1)).toThrow(RangeError);
    expect(() => isWorkingDay(day)).toThrow(RangeError);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('%p is no number of days', (count) => {
    for (const add of [addDays, addMonths, addWorkingDays])
      expect(() => add('2026-03-31', count)).toThrow(RangeError);
  });
});

describe('the arrangement of holidays', () => {
  // Eleven days until 2024, thirteen since 2025: one more at Spring Festival and one more in May.
  const statutory = (year: number) => (year < 2025 ? 11 : 13);

  test.each(holidayArrangements)('of $year exchanges weekend days for weekdays', (arrangement) => {
    const { year, holidays, makeUpDays } = arrangement;
    const off = holidays.flatMap(([first, last]) => range(first, last));
    const days = [...off, ...makeUpDays];
    expect(days.filter((day) => !day.startsWith(`${year}-`))).toEqual([]);
    expect(new Set(days).size).toBe(days.length);
    expect(makeUpDays.filter((day) => !isWeekend(day))).toEqual([]);
    expect(off.filter((day) => !isWeekend(day)).length - makeUpDays.length).toBe(statutory(year));
    expect(off.filter(isWorkingDay)).toEqual([]);
    expect(makeUpDays.every(isWorkingDay)).toBe(true);
    for (const day of [`${year}-01-01`, `${year}-05-01`, `${year}-10-01`, `${year}-10-03`])
      expect(off).toContain(day);
  });
});

test.each([
  [2024, 'Sun Sun Sun Sun Sat Sat Sun Sat'],
  [2025, 'Sun Sat Sun Sun Sat'],
  [2026, 'Sun Sat Sat Sat Sun Sat'],
])('the days worked in exchange in %i fall on the weekdays that the notice prints', (year, printed) => {
  const days = holidayArrangements.find((arrangement) => arrangement.year === year)?.makeUpDays ?? [];
  expect(days.map((day) => (weekday(day) === 0 ? 'Sun' : 'Sat')).join(' ')).toBe(printed);
});

describe('working days', () => {
  test.each([
    ['2026-03-02', 5, '2026-03-09', 'an ordinary week'],
    ['2026-03-06', 1, '2026-03-09', 'over a weekend'],
    ['2026-03-07', 1, '2026-03-09', 'from a Saturday'],
    ['2026-02-13', 1, '2026-02-14', 'a Saturday that is worked'],
    ['2026-02-13', 5, '2026-02-27', 'Spring Festival 2026'],
    ['2026-02-13', 6, '2026-02-28', 'Spring Festival 2026 and the Saturday worked after it'],
    ['2025-01-24', 5, '2025-02-07', 'Spring Festival 2025 with the Sunday worked before it'],
    ['2024-02-08', 5, '2024-02-21', 'Spring Festival 2024 with the Sunday worked after it'],
    ['2025-09-26', 5, '2025-10-10', 'National Day 2025 with the Sunday worked before it'],
    ['2025-09-26', 6, '2025-10-11', 'National Day 2025 and both days worked in exchange'],
    ['2026-09-18', 15, '2026-10-15', 'a handover over Mid-Autumn and National Day (R-INC-08)'],
    ['2023-09-28', 5, '2023-10-05', 'a year without data: weekends only'],
    ['2026-03-09', -5, '2026-03-02', 'backwards'],
    ['2026-02-24', -1, '2026-02-14', 'backwards over Spring Festival'],
    ['2026-02-17', 0, '2026-02-17', 'none'],
    ['9999-12-30', 5, '9999-12-31', 'the end of what a year can name'],
    ['0001-01-02', -5, '0001-01-01', 'the beginning of what a year can name'],
  ])('R-INC-02: %s and %i working days is %s: %s', (day, count, sum) => {
    expect(addWorkingDays(day, count)).toBe(sum);
  });

  test.each([
    ['2026-03-02', '2026-03-09', 5],
    ['2026-03-02', '2026-03-02', 0],
    ['2026-03-09', '2026-03-02', -5],
    ['2026-02-13', '2026-02-28', 6],
    ['2023-12-31', '2024-12-31', 251],
    ['2024-12-31', '2025-12-31', 248],
    ['2025-12-31', '2026-12-31', 248],
    ['0001-01-01', '9999-12-31', 2_608_577],
  ])('R-INC-02: from %s to %s are %i working days', (from, to, count) => {
    expect(workingDaysBetween(from, to)).toBe(count);
  });

  test('R-INC-02: the days counted are the working days, one by one', () => {
    fc.assert(
      fc.property(someDay, fc.nat(60), (from, length) => {
        const to = addDays(from, length);
        const days = range(addDays(from, 1), to).filter(isWorkingDay);
        expect(workingDaysBetween(from, to)).toBe(days.length);
        expect(workingDaysBetween(to, from) === -days.length).toBe(true);
      }),
    );
  });

  test('R-INC-08: a due day is a working day, exactly so many working days on', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const due = addWorkingDays(day, count);
        expect(isWorkingDay(due)).toBe(true);
        expect(workingDaysBetween(day, due)).toBe(count);
      }),
    );
  });

  test('a term beyond all reason is refused instead of walked', () => {
    expect(() => addWorkingDays('2026-03-31', 10_001)).toThrow(/more than 10000/);
  });
});
