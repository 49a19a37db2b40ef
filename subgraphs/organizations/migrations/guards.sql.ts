import { guardTable } from '#shared/database/row-security.sql.js';

const staff = `organizations.viewer_is('admin')`;
const mine = (column: string) =>
  `(organizations.viewer_is('organization') and ${column} = organizations.viewer_organization())`;

/** A step belongs to whoever may take it: the base, and the organization itself when it leaves. */
const myIncubation = `exists (select from organizations.incubation i where i.id = incubation_id
  and (${mine('i.base_id')} or ${mine('i.organization_id')}))`;
const atMyBase = `exists (select from organizations.incubation i where i.id = incubation_id and ${mine('i.base_id')})`;

/** Everything here is public except what an organization did wrong; who may change a row is the second wall behind the services. */
export const guardStatements = [
  ...guardTable('organizations', 'area', { insert: staff, update: staff }),
  ...guardTable('organizations', 'organization', { insert: staff, update: `${mine('id')} or ${staff}` }),
  ...guardTable('organizations', 'registration_event', { insert: staff }),
  ...guardTable('organizations', 'rating_period', { insert: staff }),
  ...guardTable('organizations', 'compliance_record', {
    read: `${mine('organization_id')} or ${staff}`,
    insert: staff,
    update: staff,
  }),
  ...guardTable('organizations', 'incubation', {
    insert: `(${mine('organization_id')} and stage = 'APPLIED') or ${staff}`,
    update: `${mine('organization_id')} or ${mine('base_id')} or ${staff}`,
  }),
  // The organization itself takes no step but the one out.
  `create policy incubation_own_way_out on organizations.incubation as restrictive for update to hub_organizations
    using (true) with check (${mine('base_id')} or ${staff} or stage in ('WITHDRAWN', 'EXITED'))`,
  ...guardTable('organizations', 'stage_event', { insert: `${myIncubation} or ${staff}` }),
  ...guardTable('organizations', 'handover_task', {
    insert: `${myIncubation} or ${staff}`,
    update: `${atMyBase} or ${staff}`,
  }),
  ...guardTable('organizations', 'project', {
    insert: `${mine('organization_id')} or ${staff}`,
    update: `${mine('organization_id')} or ${staff}`,
  }),
  ...guardTable('organizations', 'award', { insert: staff }),
];
