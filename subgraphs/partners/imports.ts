import type { Imports } from '#shared/imports/importer.js';
import { partnerImporter } from './partner/partner.import.js';
import { resourceImporter } from './resource/resource.import.js';
import { namedOrganizations } from './link/resource-link.references.js';

/** What this subgraph has to do with files of rows. */
export const imports: Imports = {
  importers: { partners: partnerImporter, resources: resourceImporter },
  findable: { partners: { table: 'partners.partner', name: 'name', code: 'uscc' } },
  referred: {
    'organizations.organization': namedOrganizations,
  },
};
