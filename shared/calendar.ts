import { holidayArrangements } from './holidays.js';

/**
 * Days as text, "2026-03-31", as everywhere in the hub: they compare as text and belong to no time zone.
 * Every function throws RangeError for a text that is no day; the Date scalar has refused those before.
 */

const dayMs = 86_400_000;

/** Ends of what four digits of a year can name; days beyond them become the end itself, which means "ever". */
const firstDay = '0001-01-01';
const lastDay = '9999-12-31';

/** Days since 1970-01-01, on which one can count. */
function numberOf(day: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  // Date.parse takes 2026-02-30 for March 2.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day)) {
    throw new RangeError(`"${day.slice(0, 20)}" is no calendar day such as "2026-03-31"`);
  }
  return time / dayMs;
}

const firstNumber = numberOf(firstDay);
const lastNumber = numberOf(lastDay);

function dayOf(number: number): string {
  const within = Math.min(Math.max(number, firstNumber), lastNumber);
  return new Date(within * dayMs).toISOString().slice(0, 10);
}

function checkCount(count: number): void {
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is no whole number`);
}

/** Yields the day `count` days later, or earlier when negative. */
export function addDays(day: string, count: number): string {
  checkCount(count);
  return dayOf(numberOf(day) + count);
}

/** Yields the same day of the month `count` months later, or the month's last day where it has no such day: January 31 → February 28. */
export function addMonths(day: string, count: number): string {
  checkCount(count);
  numberOf(day);
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const months = year * 12 + (month - 1) + count;
  const targetYear = Math.floor(months / 12);
  if (targetYear < 1) return firstDay;
  if (targetYear > 9999) return lastDay;
  const target = new Date(0);
  // Day 0 of the next month is the last of this one. Not Date.UTC, which moves the years 0 to 99 into the 1900s.
  target.setUTCFullYear(targetYear, (months % 12) + 1, 0);
  target.setUTCDate(Math.min(dayOfMonth, target.getUTCDate()));
  return target.toISOString().slice(0, 10);
}

/** Monday is 0; 1970-01-01 was a Thursday. */
function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

function isWeekend(number: number): boolean {
  return weekdayOf(number) > 4;
}

/** Days on which the arrangements differ from the week: +1 for a weekend day worked, -1 for a weekday off. */
const exceptions: ReadonlyMap<number, 1 | -1> = new Map(
  holidayArrangements.flatMap(({ holidays, makeUpDays }) => [
    ...holidays.flatMap(([first, last]) => weekdaysFrom(numberOf(first), numberOf(last))),
    ...makeUpDays.map((day): [number, 1] => [numberOf(day), 1]),
  ]),
);

function weekdaysFrom(first: number, last: number): [number, -1][] {
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return days.filter((number) => !isWeekend(number)).map((number) => [number, -1]);
}

/** Whether people work on the day. Years without an arrangement count weekends only, as long as their notice is not out. */
export function isWorkingDay(day: string): boolean {
  const number = numberOf(day);
  const exception = exceptions.get(number);
  return exception === undefined ? !isWeekend(number) : exception > 0;
}

/** Working days before the numbered day since a Monday long ago; differences of it are what counts. */
function workingDaysBefore(number: number): number {
  const monday = number - weekdayOf(number);
  let count = ((monday + 3) / 7) * 5 + Math.min(weekdayOf(number), 5);
  for (const [day, exception] of exceptions) if (day < number) count += exception;
  return count;
}

/**
 * Yields how many working days lie after `from`, up to and with `to`; negative when `to` is earlier.
 * The day something arrives does not count, as in a legal term (R-INC-02), so
 * `workingDaysBetween(day, addWorkingDays(day, n))` is `n`.
 */
export function workingDaysBetween(from: string, to: string): number {
  return workingDaysBefore(numberOf(to) + 1) - workingDaysBefore(numberOf(from) + 1);
}

/** Longest term in working days; terms of the rules are at most some months, and the walk below is day by day. */
const termMax = 10_000;

/** Yields the `count`-th working day after the day, or before it when negative; the day itself for 0 (R-INC-02, R-INC-08). */
export function addWorkingDays(day: string, count: number): string {
  checkCount(count);
  if (Math.abs(count) > termMax) throw new RangeError(`${count} working days are more than ${termMax}`);
  const step = Math.sign(count);
  let number = numberOf(day);
  for (let left = Math.abs(count); left > 0 && number > firstNumber && number < lastNumber;) {
    number += step;
    if (isWorkingDay(dayOf(number))) left -= 1;
  }
  return dayOf(number);
}
