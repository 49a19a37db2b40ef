import { incubationStages, organizationKinds } from '../kit/codes.js';
import { oneOf, type Search, textIn } from '../kit/search.js';

export type OrganizationKindCode = keyof typeof organizationKinds;
export type StageCode = keyof typeof incubationStages;

const kinds = Object.keys(organizationKinds) as OrganizationKindCode[];
const stages = Object.keys(incubationStages) as StageCode[];
const orders = ['NAME', 'CREATED_AT', 'FOUNDED_ON'] as const;

/** What the address of the dashboard holds. */
export interface DashboardSearch {
  /** Code of the area; the city that the hub is of when left out. */
  area?: string | undefined;
  /** A calendar year for funds and cohorts; all years when left out. */
  year?: string | undefined;
  mode?: 'wall' | undefined;
  /** Part of an organization's name, or a credit code. */
  q?: string | undefined;
  kind?: OrganizationKindCode | undefined;
  stage?: StageCode | undefined;
  order?: (typeof orders)[number] | undefined;
  /** Cursor of the page before. */
  after?: string | undefined;
}

const yearIn = (found: unknown) => {
  const text = textIn(found);
  return text !== undefined && /^(19|20)\d\d$/.test(text) ? text : undefined;
};

const codeIn = (found: unknown) => {
  const text = textIn(found);
  return text !== undefined && /^\d{6}(\d{3}(\d{3})?)?(-G\d{3})?$/.test(text) ? text : undefined;
};

/** Reads it; what it does not know is left out. */
export const dashboardSearch = (search: Search): DashboardSearch => ({
  area: codeIn(search['area']),
  year: yearIn(search['year']),
  mode: oneOf(['wall'], search['mode']),
  q: textIn(search['q']),
  kind: oneOf(kinds, search['kind']),
  stage: oneOf(stages, search['stage']),
  order: oneOf(orders, search['order']),
  after: textIn(search['after']),
});
