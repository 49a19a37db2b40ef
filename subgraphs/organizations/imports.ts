import type { Imports } from '#shared/imports/importer.js';
import { organizationImporter } from './organization/organization.import.js';

/** What this subgraph has to do with files of rows. */
export const imports: Imports = {
  importers: { organizations: organizationImporter },
  findable: {
    organizations: { table: 'organizations.organization', name: 'name', code: 'uscc' },
    projects: { table: 'organizations.project', name: 'name', code: null },
  },
  referred: {},
};
