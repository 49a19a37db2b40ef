import type { Books } from '#shared/books.js';

/** What must always be so for keys. */
export const books: Books = {
  invariants: [],
  foreignIds: [
    {
      says: 'every partner that a key acts for exists',
      owner: 'partners',
      table: 'partner',
      sql: `select distinct partner_id as id from identity.api_key where partner_id is not null`,
    },
  ],
};
