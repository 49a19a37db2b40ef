import { guardTable } from '#shared/database/row-security.sql.js';

const staff = `partners.viewer_is('admin')`;
const mine = (column: string) => `(partners.viewer_is('partner') and ${column} = partners.viewer_partner())`;
const given = (column: string) =>
  `(partners.viewer_is('organization') and ${column} = partners.viewer_organization())`;

/** Whose rows a viewer may see and change, whatever the services let through. */
export const guards = [
  ...guardTable('partners', 'partner', { insert: staff, update: `${mine('id')} or ${staff}` }),
  ...guardTable('partners', 'cooperation_agreement', { insert: `${mine('partner_id')} or ${staff}` }),
  // What was never published is its partner's own, even when it was withdrawn since.
  ...guardTable('partners', 'resource', {
    read: `published_at is not null or ${mine('partner_id')} or ${staff}`,
    insert: `${mine('partner_id')} or ${staff}`,
    update: `${mine('partner_id')} or ${staff}`,
  }),
  // Both sides of a link move it; only a partner offers.
  ...guardTable('partners', 'resource_link', {
    insert: `${mine('partner_id')} or ${staff}`,
    update: `${mine('partner_id')} or ${given('organization_id')} or ${staff}`,
  }),
  ...guardTable('partners', 'link_event', {
    insert: `${staff} or exists (select from partners.resource_link l
      where l.id = link_id and (${mine('l.partner_id')} or ${given('l.organization_id')}))`,
  }),
  ...guardTable('partners', 'fundraising_qualification', { insert: staff, update: staff }),
];
