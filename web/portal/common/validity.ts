import { lastDay } from '../../kit/format.js';
import { useWords, words } from '../../kit/words.js';

const texts = words(
  {
    always: '长期',
    from: (day: string): string => `${day} 起`,
    until: (day: string): string => `至 ${day}`,
  },
  {
    always: 'Open-ended',
    from: (day: string): string => `from ${day}`,
    until: (day: string): string => `until ${day}`,
  },
);

/** Yields what says a half-open period with its last day. */
export function useValidity(): (from: string | null, to: string | null) => string {
  const all = useWords(texts);
  return (from, to) => {
    if (from === null && to === null) return all.always;
    if (to === null) return all.from(from ?? '');
    return from === null ? all.until(lastDay(to)) : `${from} – ${lastDay(to)}`;
  };
}

/** Writes the first day that no longer belongs to a period, of its last day. */
export function dayAfter(last: string): string {
  const day = new Date(`${last}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
