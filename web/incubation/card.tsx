import { Link } from '@tanstack/react-router';
import type { IncubationLaneQuery } from '../operations.js';
import { count } from '../kit/format.js';
import { dayOf, daysBetween } from '../kit/days.js';
import { useName, useWords, words } from '../kit/words.js';
import { Clock } from './clock.js';

const texts = words(
  {
    applied: (day: string): string => `${day} 申请`,
    since: (days: string): string => `已在本阶段 ${days} 天`,
    term: (from: string, to: string): string => `孵化期 ${from} 至 ${to}`,
  },
  {
    applied: (day: string): string => `Applied on ${day}`,
    since: (days: string): string => `${days} days at this stage`,
    term: (from: string, to: string): string => `Term ${from} to ${to}`,
  },
);

/** One incubation in its lane; it leads to its history. */
export function Card({ incubation }: { incubation: IncubationLaneQuery['incubations']['nodes'][number] }) {
  const { applied, since, term } = useWords(texts);
  const nameOf = useName();
  const { id, organization, base, appliedOn, termStart, termEnd, clock } = incubation;
  return (
    <Link
      from="/incubation"
      to="."
      search={(kept) => ({ ...kept, open: id })}
      resetScroll={false}
      preload={false}
      className="incubation-card"
    >
      <strong>{nameOf(organization)}</strong>
      <span className="quiet">{nameOf(base)}</span>
      <span className="quiet">{applied(appliedOn)}</span>
      {termStart !== null && termEnd !== null && <span className="quiet">{term(termStart, termEnd)}</span>}
      <span>{since(count(daysBetween(dayOf(incubation.since), dayOf())))}</span>
      <Clock clock={clock} />
    </Link>
  );
}
