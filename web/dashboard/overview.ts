import { useSearch } from '@tanstack/react-router';
import { Overview, type OverviewQuery, type OverviewQueryVariables } from '../operations.js';
import { type Answer, useAsk } from '../kit/ask.js';
import { settings } from '../kit/settings.js';
import { daysOf } from '../kit/period.js';
import type { DashboardSearch, OrganizationKindCode } from './search.js';

/** The area that the dashboard shows. Fields of a subgraph that is missing are null, whatever their type says. */
export type OverviewArea = NonNullable<OverviewQuery['area']>;
export type OverviewAnswer = Answer<OverviewQuery>;

/** What people mean by an organization: platforms and volunteer teams are counted apart. */
const usualKinds: readonly OrganizationKindCode[] = [
  'SOCIAL_ASSOCIATION',
  'SOCIAL_SERVICE_AGENCY',
  'COMMUNITY_ORGANIZATION',
  'INCUBATION_BASE',
];

/** A dashboard on a wall is looked at from afar: half a minute is soon enough. */
const everyMs = 30_000;

function variablesOf({
  area = settings().area,
  year,
  q,
  kind,
  stage,
  order,
  after,
}: DashboardSearch): OverviewQueryVariables {
  return {
    area,
    period: daysOf(year) ?? null,
    filter: {
      area,
      kind: kind === undefined ? usualKinds : [kind],
      ...(stage === undefined ? {} : { incubationStatus: [stage] }),
      ...(q === undefined ? {} : { text: q }),
    },
    orderBy: order ?? null,
    after: after ?? null,
  };
}

/** Asks for everything that the dashboard shows, in one request, and again and again. */
export const useOverview = (): OverviewAnswer =>
  useAsk(Overview, variablesOf(useSearch({ from: '/' })), { every: everyMs });
