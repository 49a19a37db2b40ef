import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { entityOf, rowsOf } from '#shared/database/rows.js';
import { manyByKey, oneByKey } from '#shared/loader.js';
import { Donation, InKindItem, Refund } from './donation.entity.js';

/** Batched reads of donations and their parts, as far as the viewer may see them. */
export function donationLoaders(em: EntityManager) {
  return {
    donationById: oneByKey<Donation>(
      async (ids) => {
        const rows = await rowsOf<object>(
          em,
          sql`select * from donations.donation where id = any(${[...ids]}::uuid[])`,
        );
        return rows.map((row) => entityOf(em, Donation, row));
      },
      ({ id }) => id,
    ),
    itemsByDonation: manyByKey<InKindItem>(
      async (ids) => {
        const rows = await rowsOf<object>(
          em,
          sql`select * from donations.in_kind_item where donation_id = any(${[...ids]}::uuid[]) order by donation_id, position`,
        );
        return rows.map((row) => entityOf(em, InKindItem, row));
      },
      ({ donationId }) => donationId,
    ),
    refundsByDonation: manyByKey<Refund>(
      async (ids) => {
        const rows = await rowsOf<object>(
          em,
          sql`select * from donations.refund where donation_id = any(${[...ids]}::uuid[]) order by created_at, id`,
        );
        return rows.map((row) => entityOf(em, Refund, row));
      },
      ({ donationId }) => donationId,
    ),
  };
}
