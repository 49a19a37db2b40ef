import { type Search, textIn } from '../kit/search.js';

/** What the address of this page holds. */
export interface FundsSearch {
  area?: string | undefined;
}

/** Reads it; what it does not know is left out. */
export const fundsSearch = (search: Search): FundsSearch => ({ area: textIn(search['area']) });
