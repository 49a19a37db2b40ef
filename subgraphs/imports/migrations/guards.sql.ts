import { guardTable } from '#shared/database/row-security.sql.js';

const hub = `imports.viewer_is('internal')`;
/** Its own uploads, those of its partner, and for an administrator all; what finance imports is finance's together. */
const mine = `(created_by = imports.viewer_subject()
  or (imports.viewer_is('partner') and partner_id = imports.viewer_partner())
  or (imports.viewer_is('finance') and noun = 'donations')
  or imports.viewer_is('admin'))`;
const ofMyJob = `exists (select from imports.import_job j where j.id = job_id)`;

/** What belongs to a job is seen with the job: the policies of its table hold in the condition too. */
const parts = ['import_sheet', 'import_line', 'import_problem'].flatMap((table) =>
  guardTable('imports', table, { read: `${hub} or ${ofMyJob}`, insert: hub, update: hub }),
);

export const guards = [
  ...guardTable('imports', 'import_job', {
    read: `${hub} or ${mine}`,
    insert: `created_by = imports.viewer_subject()`,
    update: `${hub} or ${mine}`,
  }),
  ...guardTable('imports', 'import_part', { read: `${hub} or ${ofMyJob}`, insert: `${hub} or ${ofMyJob}` }),
  ...parts,
  // What was read is read anew after a crash, and goes when its time is over; jobs stay.
  ...['import_sheet', 'import_line', 'import_problem'].map(
    (table) => `create policy ${table}_delete on imports.${table} for delete to hub_imports using (${hub})`,
  ),
  // An upload that broke off goes at once, in the name of who sent it.
  `create policy import_part_delete on imports.import_part for delete to hub_imports using (${hub} or ${ofMyJob})`,
  `grant select, insert, update on imports.import_job to hub_imports`,
  `grant select, insert, delete on imports.import_part, imports.import_sheet, imports.import_problem to hub_imports`,
  `grant select, insert, update, delete on imports.import_line to hub_imports`,
];
