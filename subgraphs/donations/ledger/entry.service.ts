import { randomUUID } from 'node:crypto';
import { run } from '#shared/database/run.js';
import { sql } from '#shared/database/sql.js';
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
    /** Who gave, as a key; of a name the database makes it, so that the name goes nowhere else. */
    donor?: { key: string } | { name: string };
  };

/** An amount that goes to the debit of one account and to the credit of another. */
export interface Movement {
  debit: AccountCode;
  credit: AccountCode;
  amountFen: bigint;
}

/** An entry that is to be booked, and why. */
export interface Booked {
  cause: Cause;
  entry: Booking;
  movement: Movement;
}

/** Books an entry with both its postings in one statement; yields the entry's id. Nothing is booked twice for one cause and kind. */
export async function book(
  writer: Writer,
  cause: Cause,
  entry: Booking,
  movement: Movement,
): Promise<string> {
  const [id] = await bookAll(writer, [{ cause, entry, movement }]);
  return id as string;
}

/** Books many entries in one statement, whose sums are then counted once; yields their ids in order. */
export async function bookAll({ em }: Writer, list: readonly Booked[]): Promise<string[]> {
  const records = list.map(recordOf);
  if (records.length === 0) return [];
  await run(
    em,
    sql`with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given(id uuid, kind text, occurred_on date, scope text, key text,
        hash text, reverses uuid, donation_id uuid, grant_id uuid, campaign_id uuid, organization_id uuid, project_id uuid,
        donor_partner_id uuid, donor_key text, donor_name text, area_code text, debit text, credit text, amount bigint)
    ), booked as (
      insert into donations.entry (id, kind, occurred_on, idempotency_scope, idempotency_key, request_hash, reverses, donation_id, grant_id,
        campaign_id, organization_id, project_id, donor_partner_id, donor_key, area_code)
      select id, kind, occurred_on, scope, key, hash, reverses, donation_id, grant_id, campaign_id, organization_id, project_id,
        donor_partner_id, case when donor_name is null then donor_key else donations.named_donor_key(donor_name) end, area_code from given
    )
    insert into donations.posting
      select id, 1, debit, amount from given union all select id, 2, credit, -amount from given`,
  );
  return records.map(({ id }) => id);
}

function recordOf({ cause: { mutation, input }, entry, movement }: Booked) {
  const { kind, occurredOn, reverses, donationId, grantId, campaignId, organizationId, projectId } = entry;
  const { donor, donorPartnerId, areaCode } = entry;
  return {
    id: randomUUID(),
    kind,
    occurred_on: occurredOn,
    scope: `${mutation} ${kind}`,
    key: input.idempotencyKey,
    hash: sha256Hex(canonicalJson(input)),
    reverses,
    donation_id: donationId,
    grant_id: grantId,
    campaign_id: campaignId,
    organization_id: organizationId,
    project_id: projectId,
    donor_partner_id: donorPartnerId,
    donor_key: donor && 'key' in donor ? donor.key : null,
    donor_name: donor && 'name' in donor ? donor.name : null,
    area_code: areaCode,
    debit: movement.debit,
    credit: movement.credit,
    amount: movement.amountFen.toString(),
  };
}
