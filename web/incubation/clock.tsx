import type { IncubationLaneQuery } from '../operations.js';
import { incubationClockKinds } from '../kit/codes.js';
import { count } from '../kit/format.js';
import { dayOf, daysBetween } from '../kit/days.js';
import { useLabels, useWords, words } from '../kit/words.js';

const texts = words(
  {
    late: (what: string, due: string, days: string): string =>
      `⚠ 逾期：${what}到 ${due} 为止，已过 ${days} 天`,
    left: (what: string, due: string, days: string): string => `${what}到 ${due} 为止，还有 ${days} 天`,
  },
  {
    late: (what: string, due: string, days: string): string =>
      `⚠ Overdue: ${what.toLowerCase()} until ${due}, ${days} days ago`,
    left: (what: string, due: string, days: string): string => `${what} until ${due}, ${days} days left`,
  },
);

export interface ClockProps {
  clock: IncubationLaneQuery['incubations']['nodes'][number]['clock'];
}

/** What a rule wants by when, and whether that day is over, in words; nothing where no rule does. */
export function Clock({ clock }: ClockProps) {
  const { late, left } = useWords(texts);
  const label = useLabels(incubationClockKinds);
  if (clock === null) return null;
  const days = daysBetween(dayOf(), clock.dueOn);
  return (
    <span className={clock.late ? 'incubation-late' : 'quiet'}>
      {(clock.late ? late : left)(label(clock.kind), clock.dueOn, count(Math.abs(days)))}
    </span>
  );
}
