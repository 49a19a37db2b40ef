import { oneOf, type Search, someOf, textIn } from '../kit/search.js';
import { periodIn } from '../kit/period.js';
import { type Stage, stages } from './stages.js';

/** What the address of this page holds. */
export interface IncubationSearch {
  area?: string | undefined;
  /** In which the cohort of the funnel applied. */
  period?: string | undefined;
  /** Id of a base. */
  base?: string | undefined;
  /** Lanes of the board. */
  stage?: Stage[] | undefined;
  overdue?: true | undefined;
  /** The lane that is shown where there is room for one. */
  lane?: Stage | undefined;
  /** Id of the incubation whose history is open. */
  open?: string | undefined;
}

/** Reads it; what it does not know is left out. */
export const incubationSearch = (search: Search): IncubationSearch => ({
  area: textIn(search['area']),
  period: periodIn(search['period']),
  base: textIn(search['base']),
  stage: someOf(stages, search['stage']),
  overdue: search['overdue'] === true ? true : undefined,
  lane: oneOf(stages, search['lane']),
  open: textIn(search['open']),
});
