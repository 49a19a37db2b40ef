import { type Search, textIn } from './search.js';

/** A year as "2024" or a quarter of one as "2024-Q3"; undefined for a text that is neither. */
export function periodIn(found: Search[string]): string | undefined {
  const text = textIn(found);
  return text !== undefined && /^20\d\d(-Q[1-4])?$/.test(text) ? text : undefined;
}

/** Yields the days of a period as the API takes them, half-open; undefined, for since ever, of none. */
export function daysOf(period: string | undefined): { from: string; to: string } | undefined {
  if (period === undefined) return undefined;
  const year = Number(period.slice(0, 4));
  const quarter = period.length > 4 ? Number(period.slice(6)) : null;
  if (quarter === null) return { from: `${year}-01-01`, to: `${year + 1}-01-01` };
  const first = (number: number) =>
    number > 4 ? `${year + 1}-01-01` : `${year}-${String(number * 3 - 2).padStart(2, '0')}-01`;
  return { from: first(quarter), to: first(quarter + 1) };
}
