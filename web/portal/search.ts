import { type Search, textIn } from '../kit/search.js';

/** What the address of this page holds. */
export interface PortalSearch {
  area?: string | undefined;
}

/** Reads it; what it does not know is left out. */
export const portalSearch = (search: Search): PortalSearch => ({ area: textIn(search['area']) });
