import { addMonths } from '#shared/calendar.js';
import type { Transitions } from '#shared/transition.js';
import { type Incubation, IncubationStage as S } from './incubation.entity.js';

/** Where an incubation may go from each stage (R-INC-01); what is not listed is refused. */
export const transitions: Transitions<S> = {
  [S.APPLIED]: [S.SCREENING, S.WITHDRAWN],
  [S.SCREENING]: [S.REVIEWING, S.REJECTED, S.WITHDRAWN],
  [S.REVIEWING]: [S.PUBLICIZED, S.REJECTED, S.WITHDRAWN],
  [S.PUBLICIZED]: [S.ADMITTED, S.REJECTED],
  [S.ADMITTED]: [S.INCUBATING, S.EXITED],
  [S.INCUBATING]: [S.MIDTERM_REVIEW, S.FINAL_REVIEW, S.EXITED],
  [S.MIDTERM_REVIEW]: [S.INCUBATING, S.RECTIFYING, S.EXITED],
  [S.RECTIFYING]: [S.INCUBATING, S.EXITED],
  [S.FINAL_REVIEW]: [S.GRADUATED, S.EXTENDED, S.EXITED],
  [S.EXTENDED]: [S.INCUBATING, S.EXITED],
  [S.GRADUATED]: [S.ALUMNI],
  [S.ALUMNI]: [],
  [S.REJECTED]: [],
  [S.WITHDRAWN]: [],
  [S.EXITED]: [],
};

/** From the admission to the end: who stands there works at its base. */
export const currentStages: readonly S[] = [
  S.ADMITTED,
  S.INCUBATING,
  S.MIDTERM_REVIEW,
  S.RECTIFYING,
  S.FINAL_REVIEW,
  S.EXTENDED,
];

/** No term with its extension is longer (R-INC-05). */
export const termMonthsMax = 24;

/** Where an incubation may go now: it is extended once at most, and only while its term leaves room (R-INC-05). */
export function allowedSteps({
  stage,
  extensions,
  termStart,
  termEnd,
}: Pick<Incubation, 'stage' | 'extensions' | 'termStart' | 'termEnd'>): readonly S[] {
  const isUsedUp =
    extensions > 0 ||
    (termStart !== null && termEnd !== null && termEnd >= addMonths(termStart, termMonthsMax));
  return isUsedUp ? transitions[stage].filter((to) => to !== S.EXTENDED) : transitions[stage];
}

/** The stages of a funnel, in order; the SQL function `organizations.funnel_rank` numbers them from 1. */
export const funnelStages = [
  S.APPLIED,
  S.SCREENING,
  S.REVIEWING,
  S.PUBLICIZED,
  S.ADMITTED,
  S.INCUBATING,
  S.MIDTERM_REVIEW,
  S.FINAL_REVIEW,
  S.GRADUATED,
  S.ALUMNI,
] as const;

/** Loops beside the path count as stock of the stage that leads to them. */
const besideThePath: Partial<Record<S, S>> = {
  [S.RECTIFYING]: S.MIDTERM_REVIEW,
  [S.EXTENDED]: S.FINAL_REVIEW,
};

/** How many incubations of a cohort got as far as the stage of this rank, and stand at `stage` now. */
export interface FunnelCell {
  furthest: number;
  stage: S;
  count: number;
}

/** Sums a cohort into a funnel: `reached` counts who ever reached the stage, so it never grows along the path (R-INC-07). */
export function funnelOf(cells: readonly FunnelCell[]): { stage: S; reached: number; current: number }[] {
  const sum = (some: readonly FunnelCell[]) => some.reduce((total, { count }) => total + count, 0);
  return funnelStages.map((stage, index) => ({
    stage,
    reached: sum(cells.filter(({ furthest }) => furthest > index)),
    current: sum(cells.filter((cell) => (besideThePath[cell.stage] ?? cell.stage) === stage)),
  }));
}
