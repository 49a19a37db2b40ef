import { randomUUID } from 'node:crypto';
import { run } from '#shared/database/run.js';
import { type Sql, sql } from '#shared/database/sql.js';
import { canonicalJson, sha256Hex } from '#shared/hash.js';
import type { Writer } from '#shared/writer.js';
import type { AccountCode, Entry } from './entry.entity.js';

/** The request that an entry comes from; it stays on the entry for ever, so nobody books the same request twice. */
export interface Cause {
  mutation: string;
  /** As it is kept: without what must not be (an anonymous donor's name). */
  input: { idempotencyKey: string };
}

/** What an entry says, besides who books it when. */
export type Booking = Pick<Entry, 'kind' | 'occurredOn'> &
  Partial<
    Pick<
      Entry,
      | 'reverses'
      | 'donationId'
      | 'grantId'
      | 'campaignId'
      | 'organizationId'
      | 'projectId'
      | 'donorPartnerId'
      | 'areaCode'
    >
  > & {
    /** Computed by the database where a name is behind it, so that the name goes nowhere else. */
    donorKey?: Sql;
  };

/** An amount that goes to the debit of one account and to the credit of another. */
export interface Movement {
  debit: AccountCode;
  credit: AccountCode;
  amountFen: bigint;
}

/** Books an entry with both its postings in one statement; yields the entry's id. Nothing is booked twice for one cause and kind. */
export async function book(
  { em }: Writer,
  { mutation, input }: Cause,
  entry: Booking,
  { debit, credit, amountFen }: Movement,
): Promise<string> {
  const id = randomUUID();
  const amount = amountFen.toString();
  await run(
    em,
    sql`with booked as (
      insert into donations.entry (id, kind, occurred_on, idempotency_scope, idempotency_key, request_hash, reverses, donation_id, grant_id,
        campaign_id, organization_id, project_id, donor_partner_id, donor_key, area_code)
      values (${id}, ${entry.kind}, ${entry.occurredOn}, ${`${mutation} ${entry.kind}`}, ${input.idempotencyKey},
        ${sha256Hex(canonicalJson(input))}, ${entry.reverses ?? null}, ${entry.donationId ?? null}, ${entry.grantId ?? null},
        ${entry.campaignId ?? null}, ${entry.organizationId ?? null}, ${entry.projectId ?? null},
        ${entry.donorPartnerId ?? null}, ${entry.donorKey ?? null}, ${entry.areaCode ?? null})
    )
    insert into donations.posting values (${id}, 1, ${debit}, ${amount}), (${id}, 2, ${credit}, -${amount}::bigint)`,
  );
  return id;
}
