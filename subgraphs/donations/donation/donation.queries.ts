import type { EntityManager } from '@mikro-orm/postgresql';
import type { Page } from '#shared/connection.js';
import { pageByCreation } from '#shared/database/list-page.js';
import { rowById, rowsOf } from '#shared/database/rows.js';
import { always, sql } from '#shared/database/sql.js';
import { noSuchRow } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import { type PageRequest } from '#shared/page.js';
import type { Writer } from '#shared/writer.js';
import type { DonationsContext } from '../context.js';
import type { Entry } from '../ledger/entry.entity.js';
import { Donation } from './donation.entity.js';

/** Finds donations, of a campaign where one is given, oldest record first. There is no order or filter that tells donors apart (R-FND-13). */
export async function searchDonations(
  em: EntityManager,
  page: PageRequest,
  campaignId: string | null,
): Promise<Page<Donation>> {
  const wanted = campaignId === null ? always : sql`row.campaign_id = ${campaignId}::uuid`;
  const found = await pageByCreation(em, 'viewer', Donation, page, wanted);
  return { ...found, total: () => countDonations(em, campaignId) };
}

/** How many there are is kept: nobody counts millions of rows for a number on a page. */
async function countDonations(em: EntityManager, campaignId: string | null): Promise<number> {
  const [kept] = await rowsOf<{ count: number }>(
    em,
    sql`select coalesce(sum(donations), 0)::int as count from donations.donation_total where owner_id = ${campaignId ?? ''}`,
  );
  return kept?.count ?? 0;
}

const missing = (id: string) => noSuchRow('donationId', id);

/** Reads a donation that a mutation names; NOT_FOUND when the viewer has no such row. */
export async function findDonation({ em }: DonationsContext, id: string): Promise<Donation> {
  const donation = await rowById(em.fork(), Donation, checkedId('donationId', id));
  if (donation === null) throw missing(id);
  return donation;
}

/** Reads a donation and holds it until the end of the transaction. */
export async function lockedDonation(writer: Writer, id: string): Promise<Donation> {
  const donation = await writer.lock(Donation, checkedId('donationId', id));
  if (donation === null) throw missing(id);
  return donation;
}

/** Finds the entry of a donation that a later one takes back. */
export async function findEntry({ em }: Writer, donationId: string, kind: Entry['kind']): Promise<string> {
  const [entry] = await rowsOf<{ id: string }>(
    em,
    sql`select id from donations.entry where donation_id = ${donationId}::uuid and kind = ${kind}`,
  );
  if (entry === undefined) throw new Error(`Donation ${donationId} has no ${kind} entry.`);
  return entry.id;
}
