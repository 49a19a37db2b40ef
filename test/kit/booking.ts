import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { sessionOf } from '#shared/database/row-security.sql.js';
import { viewerAs } from './subgraphs.js';

/** One event of money, as a service would write it. */
export interface Booking {
  kind: 'DONATION' | 'REFUND' | 'PLEDGE';
  organization: string;
  area: string;
  day: string;
  donor?: string;
  reverses?: string;
  postings: [account: string, fen: bigint][];
}

/** Runs statements in one transaction that the database takes for finance's, as a service's would be. */
export async function asFinance<T>(client: pg.Client, run: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    for (const [name, value] of Object.entries(sessionOf(viewerAs('finance')) ?? {}))
      await client.query('select set_config($1, $2, true)', [name, value]);
    const result = await run();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Writes a donation row and its entry with all postings in one transaction, as a service does; yields the entry's id. */
export async function book(
  client: pg.Client,
  { kind, organization, area, day, donor, reverses, postings }: Booking,
): Promise<string> {
  const [donation, entry] = [randomUUID(), randomUUID()];
  return asFinance(client, async () => {
    await client.query(
      `insert into donations.donation (id, kind, amount_fen, organization_id, area_code, received_on, status, anonymous, provenance)
       values ($1, 'CASH', 1, $2, $3, $4, 'RECEIVED', true, 'REGISTERED')`,
      [donation, organization, area, day],
    );
    await client.query(
      `insert into donations.entry (id, kind, occurred_on, idempotency_scope, idempotency_key, request_hash, donation_id, organization_id, area_code, donor_key, reverses)
       values ($1, $2, $3, 'test', $9, 'x', $4, $5, $6, $7, $8)`,
      [entry, kind, day, donation, organization, area, donor ?? null, reverses ?? null, donation],
    );
    await client.query(
      `insert into donations.posting select $1, n, account, fen from unnest($2::text[], $3::bigint[]) with ordinality as p(account, fen, n)`,
      [entry, postings.map(([account]) => account), postings.map(([, fen]) => fen.toString())],
    );
    return entry;
  });
}

/** Postings of a gift in cash. */
export const cash = (fen: bigint): Booking['postings'] => [
  ['CASH_HELD', fen],
  ['CASH_DONATIONS', -fen],
];
/** A gift in cash to an organization of its own. */
export const gift = (fen: bigint, organization: string = randomUUID()): Booking => ({
  kind: 'DONATION',
  organization,
  area: '360302',
  day: '2024-05-31',
  donor: randomUUID(),
  postings: cash(fen),
});
