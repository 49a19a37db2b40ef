import type { Books } from '#shared/books.js';

/** What must always be so for import jobs. */
export const books: Books = {
  invariants: [
    {
      id: 'I13',
      says: 'nothing of an uploaded file is kept once it was read',
      sql: `select distinct job_id::text as broken from imports.import_part p join imports.import_job j on j.id = p.job_id
        where p.purpose = 'UPLOADED' and j.status not in ('RECEIVING', 'WAITING', 'READING')`,
    },
    {
      id: 'I14',
      says: 'a job that was written has as many written rows as its owner counted',
      sql: `select id::text as broken from imports.import_job where status = 'WRITTEN' and rows_written <> created + updated`,
    },
  ],
  foreignIds: [
    {
      says: 'every partner that a job imports for exists',
      owner: 'partners',
      table: 'partner',
      sql: `select distinct partner_id as id from imports.import_job where partner_id is not null`,
    },
  ],
};
