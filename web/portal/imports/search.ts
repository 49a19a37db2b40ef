import { type Search, textIn } from '../../kit/search.js';

/** What the address of an import holds. */
export interface ImportSearch {
  /** The kind of problems that is shown; nothing stands for all. */
  code?: string | undefined;
  /** Whether only rows with problems are shown. */
  only?: true | undefined;
  /** An earlier import whose choices are taken over: this file is a corrected one. */
  like?: string | undefined;
}

/** Reads it; what it does not know is left out. */
export const importSearch = (search: Search): ImportSearch => ({
  code: textIn(search['code']),
  only: search['only'] === true ? true : undefined,
  like: textIn(search['like']),
});
