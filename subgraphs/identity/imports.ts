import type { Imports } from '#shared/imports/importer.js';
import { namedPartners } from './key/api-key.queries.js';

/** What this subgraph has to do with files of rows: whether what they created may go again. */
export const imports: Imports = {
  importers: {},
  findable: {},
  referred: { 'partners.partner': namedPartners },
};
