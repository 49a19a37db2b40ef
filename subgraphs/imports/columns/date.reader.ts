import { addDays } from '#shared/calendar.js';
import { shown } from '#shared/finding.js';
import type { CellText } from './cell-text.js';
import { error, read, refused, warning, type Reading } from './problem.js';

const allowed = 'a day such as "2026-03-31", "2026/3/31" or "2026年3月31日"';
const separated = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})(?:\s*(?:日|号))?/u;
const compact = /^(\d{4})(\d{2})(\d{2})$/u;
const monthOnly = /^\d{4}\s*(?:[-/.]|年)\s*\d{1,2}\s*月?$|^\d{4}\s*年?$/u;
const dayOnly = /^(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*(?:日|号)?$/u;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u;
const timeBehind = /^(?:\s*(?:[（(]?(?:星期|周)[一二三四五六日天][)）]?)?|[T\s]\s*\d{1,2}[:时].*)$/u;
/** An instant, which has a day only in a time zone. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/u;

/** Days of a spreadsheet are counted from here; below 61 they differ, because it takes 1900 for a leap year. */
const serialStart = '1899-12-30';
/** From 1930 to 2100: other numbers are more likely no day at all. */
const [serialMin, serialMax] = [10_959, 73_415];

/** The hub's days are those of Shanghai, eight hours ahead of UTC the whole year. */
const shanghaiMs = 8 * 3_600_000;

/**
 * Reads a day. A serial number of a spreadsheet (45678) is taken with a warning that says which day it is;
 * a month alone, a day without its year, and 3/31/2026 are refused, because nobody knows which day is meant.
 */
export function readDay({ text }: CellText, today: string): Reading<string> {
  const plain = text.normalize('NFKC').trim();
  if (instant.test(plain)) return readInstant(plain);
  if (/^\d{5}(?:\.\d+)?$/u.test(plain)) return readSerial(plain);
  const match = compact.exec(plain) ?? separated.exec(plain);
  if (match && timeBehind.test(plain.slice(match[0].length))) {
    const [, year = '', month = '', day = ''] = match;
    return readParts(text, year, month, day);
  }
  return refused(refusal(text, plain, today));
}

function readParts(text: string, year: string, month: string, day: string): Reading<string> {
  const date = written(year, month, day);
  if (isDay(date)) return read(date);
  const message = `${shown(text)} is no day of the calendar; allowed: ${allowed}.`;
  return refused(error('DATE_DOES_NOT_EXIST', message));
}

const written = (year: string, month: string, day: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function isDay(text: string): boolean {
  try {
    return !text.startsWith('0000') && addDays(text, 0) === text;
  } catch {
    return false;
  }
}

function readInstant(text: string): Reading<string> {
  const time = Date.parse(text);
  if (Number.isNaN(time))
    return refused(error('DATE_MALFORMED', `${shown(text)} is no day; allowed: ${allowed}.`));
  return read(new Date(time + shanghaiMs).toISOString().slice(0, 10));
}

function readSerial(text: string): Reading<string> {
  const serial = Math.floor(Number(text));
  if (serial < serialMin || serial > serialMax) {
    return refused(error('DATE_MALFORMED', `${shown(text)} is no day; allowed: ${allowed}.`));
  }
  const day = addDays(serialStart, serial);
  const message = `${text} is a spreadsheet's count of days and is taken as ${day}.`;
  return read(day, warning('DATE_FROM_SERIAL', message, day));
}

function refusal(text: string, plain: string, today: string) {
  if (monthOnly.test(plain)) {
    return error('DATE_WITHOUT_DAY', `${shown(text)} names no day; allowed: ${allowed}.`);
  }
  const inYear = dayOnly.exec(plain);
  if (inYear) {
    const guess = written(today.slice(0, 4), inYear[1] ?? '', inYear[2] ?? '');
    const message = `${shown(text)} names no year; allowed: ${allowed}.`;
    return error('DATE_WITHOUT_YEAR', message, isDay(guess) ? guess : null);
  }
  const message = `${shown(text)} is no day; allowed: ${allowed}.`;
  return error('DATE_MALFORMED', message, guessOf(plain));
}

/** 31/3/2026 can mean only one day, 3/4/2026 two. */
function guessOf(plain: string): string | null {
  const match = yearLast.exec(plain);
  if (!match) return null;
  const [, first = '', second = '', year = ''] = match;
  const days = [written(year, first, second), written(year, second, first)].filter(isDay);
  const [only] = days;
  return only !== undefined && new Set(days).size === 1 ? only : null;
}
