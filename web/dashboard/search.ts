import { type Search, textIn } from '../kit/search.js';

/** What the address of this page holds. */
export interface DashboardSearch {
  area?: string | undefined;
}

/** Reads it; what it does not know is left out. */
export const dashboardSearch = (search: Search): DashboardSearch => ({ area: textIn(search['area']) });
