import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
import { manyByKey, oneByKey } from '#shared/loader.js';
import { Donation, InKindItem, Refund } from './donation.entity.js';

/** Batched reads of donations and their parts, as far as the viewer may see them. */
export function donationLoaders(em: EntityManager) {
  return {
    donationById: oneByKey<Donation>(
      (ids) => entitiesByKey(em, 'viewer', Donation, 'id', ids),
      ({ id }) => id,
    ),
    itemsByDonation: manyByKey<InKindItem>(
      (ids) => entitiesByKey(em, 'viewer', InKindItem, 'donationId', ids, 'row.donation_id, row.position'),
      ({ donationId }) => donationId,
    ),
    refundsByDonation: manyByKey<Refund>(
      (ids) => entitiesByKey(em, 'viewer', Refund, 'donationId', ids, 'row.created_at, row.id'),
      ({ donationId }) => donationId,
    ),
  };
}
