import { type Search, textIn } from '../kit/search.js';

/** What the address of this page holds. */
export interface IncubationSearch {
  area?: string | undefined;
}

/** Reads it; what it does not know is left out. */
export const incubationSearch = (search: Search): IncubationSearch => ({ area: textIn(search['area']) });
