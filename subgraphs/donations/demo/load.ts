import type { EntityManager } from '@mikro-orm/postgresql';
import { demoTime } from '#shared/demo/identity.js';
import { insertRows, written } from '#shared/demo/insert.js';
import { Campaign } from '../campaign/campaign.entity.js';
import { Donation, InKindItem } from '../donation/donation.entity.js';
import { Grant } from '../grant/grant.entity.js';
import { Entry, Posting } from '../ledger/entry.entity.js';
import { FundingPool } from '../pool/funding-pool.entity.js';
import { demoCampaigns, demoGifts } from './gifts.js';
import { demoLedger } from './ledger.js';
import { demoGrants, demoPools } from './pools.js';

/** Writes this subgraph's part of the demonstration dataset into an empty database; yields how many rows it wrote. */
export async function loadDemo(em: EntityManager): Promise<number> {
  if ((await em.count(Campaign)) > 0) return 0;
  const { donations, items } = demoGifts();
  const grants = demoGrants();
  const { entries, postings } = demoLedger(donations, grants);
  const counts = [
    await insertRows(em, Campaign, written(demoCampaigns(), demoTime)),
    await insertRows(em, Donation, written(donations, demoTime)),
    await insertRows(em, InKindItem, items),
    await insertRows(em, FundingPool, written(demoPools(), demoTime)),
    await insertRows(em, Grant, written(grants, demoTime)),
    await insertRows(em, Entry, entries),
    await insertRows(em, Posting, postings),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}
