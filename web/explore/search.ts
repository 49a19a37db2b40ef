import { type Search, textIn } from '../kit/search.js';

/** What the address of this page holds. */
export interface ExploreSearch {
  area?: string | undefined;
}

/** Reads it; what it does not know is left out. */
export const exploreSearch = (search: Search): ExploreSearch => ({ area: textIn(search['area']) });
