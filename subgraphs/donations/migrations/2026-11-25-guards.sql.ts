import { guardTable } from '#shared/database/row-security.sql.js';

/** The books are written by the department's finance and administrators, and by nobody else. */
const staff = `donations.viewer_is('finance', 'admin')`;
const applicant = (column: string) =>
  `(donations.viewer_is('organization') and ${column} = donations.viewer_organization())`;

const guard = (table: string, rules: Parameters<typeof guardTable>[2]) =>
  guardTable('donations', table, rules);

/** What everybody may read and staff write. */
const published = ['campaign', 'funding_pool'].flatMap((table) =>
  guard(table, { insert: staff, update: staff }),
);
/** What is written once. The ledger says nothing of persons, and the sums of everybody's dashboard count from it. */
const recorded = ['campaign_event', 'campaign_plan', 'entry', 'posting'].flatMap((table) =>
  guard(table, { insert: staff }),
);
/** Who gave, for what reason it went back, and who answers for a plan. */
const confidential = [
  ...guard('donation', { read: staff, insert: staff, update: staff }),
  ...['in_kind_item', 'refund', 'campaign_contact'].flatMap((table) =>
    guard(table, { read: staff, insert: staff }),
  ),
];

export const guardStatements = [
  ...published,
  ...recorded,
  ...confidential,
  // An organization applies for itself; everything after that is the department's.
  ...guard('pool_grant', {
    insert: `${staff} or (${applicant('organization_id')} and status = 'APPLIED')`,
    update: staff,
  }),
  ...guard('grant_event', {
    insert: `${staff} or (to_status = 'APPLIED' and exists
      (select from donations.pool_grant g where g.id = grant_id and ${applicant('g.organization_id')}))`,
  }),
  `grant select on donations.campaign_event, donations.grant_event, donations.refund, donations.campaign_plan,
    donations.campaign_contact, donations.fundraising_platform to hub_donations`,
  `grant insert on donations.campaign_event, donations.grant_event, donations.refund, donations.campaign_plan,
    donations.campaign_contact to hub_donations`,
];
