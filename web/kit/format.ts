import type { Language } from './words.js';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** Writes a number of things with separators. */
export const count = (number: number): string => new Intl.NumberFormat('zh-CN').format(number);

/** Writes an exact decimal amount with separators without ever making it a floating-point number: "8370000.00" as "8,370,000.00". */
export const amount = (decimal: string): string => decimal.replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, ',');

/** Writes money so that it can be read from afar, rounded to one place: "837万" or "8.4M". Exact amounts stand beside it or on demand. */
export function shortMoney(decimal: string, language: Language): string {
  return new Intl.NumberFormat(locales[language], {
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(Number(decimal));
}

/** Writes a share from 0 to 1. */
export const percent = (share: number): string =>
  new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** Writes a moment in the reader's time zone. */
export const time = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(moment),
  );

/** Writes the last day of a half-open period, which ends before the day that the API names. */
export function lastDay(firstDayNoLonger: string): string {
  const day = new Date(`${firstDayNoLonger}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
