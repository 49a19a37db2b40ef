import type { Imports } from '#shared/imports/importer.js';
import { donationImporter } from './donation/donation.import.js';
import { namedIn } from './ledger/references.queries.js';

/** What this subgraph has to do with files of rows. */
export const imports: Imports = {
  importers: { donations: donationImporter },
  findable: { campaigns: { table: 'donations.campaign', name: 'title', code: null } },
  referred: {
    'partners.partner': namedIn({ donation: 'donor_partner_id', campaign: 'fundraiser_id' }),
    'organizations.organization': namedIn({
      donation: 'organization_id',
      campaign: 'organization_id',
      pool_grant: 'organization_id',
    }),
  },
};
