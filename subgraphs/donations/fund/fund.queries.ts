import type { EntityManager } from '@mikro-orm/postgresql';
import { areaRange } from '#shared/area-code.js';
import { publicRowsOf } from '#shared/database/rows.js';
import { raw, type Sql, sql } from '#shared/database/sql.js';
import { plainArray } from '#shared/database/plain-array.js';
import type { Days } from '#shared/period.js';

/** Whose funds are summed. */
export type OwnerKind = 'AREA' | 'ORGANIZATION' | 'PROJECT' | 'CAMPAIGN' | 'PARTNER';

/** An owner as a loader's key: `AREA:360300`. */
export type OwnerKey = `${OwnerKind}:${string}`;

export interface FundSums {
  cashFen: bigint;
  inKindFen: bigint;
  pledgedFen: bigint;
  refundedFen: bigint;
  grantedFen: bigint;
  disbursedFen: bigint;
  donations: number;
  donors: number;
}

export interface MonthSums {
  month: string;
  cashFen: bigint;
  inKindFen: bigint;
  refundedFen: bigint;
  donations: number;
}

type Texts<T> = { [K in keyof T]: T[K] extends bigint ? string : T[K] };

/** How each sum is written in SQL. */
const sums: Readonly<Record<keyof FundSums, string>> = {
  cashFen: 'coalesce(sum(cash_fen), 0)::text',
  inKindFen: 'coalesce(sum(in_kind_fen), 0)::text',
  pledgedFen: 'coalesce(sum(pledged_fen), 0)::text',
  refundedFen: 'coalesce(sum(refunded_fen), 0)::text',
  grantedFen: 'coalesce(sum(granted_fen), 0)::text',
  disbursedFen: 'coalesce(sum(disbursed_fen), 0)::text',
  donations: 'coalesce(sum(donations), 0)::int',
  donors: 'coalesce(sum(donors), 0)::int',
};
export const allSums = Object.keys(sums) as (keyof FundSums)[];

/** Sums funds of owners since ever (null) or in a period, from kept totals; in the order of the keys, and only the sums that are named. */
export async function sumFunds(
  em: EntityManager,
  keys: readonly OwnerKey[],
  days: Days | null,
  names: readonly (keyof FundSums)[],
): Promise<Partial<FundSums>[]> {
  if (names.length === 0) return keys.map(() => ({}));
  const selected = raw(names.map((name) => `${sums[name]} as "${name}"`).join(', '));
  const rows = await publicRowsOf<Partial<Texts<FundSums>>>(
    em,
    sql`select total.* from ${ownersOf(keys)} cross join lateral (
      select ${selected}
      from donations.fund_total t
      where t.owner_kind = owner.kind and t.owner_id = owner.id and ${days === null ? sql`grain = 'A'` : inPeriod(days)}
    ) total order by owner.position`,
  );
  return rows.map((row) => fundSums(row, names));
}

/** Sums funds of owners by month, oldest first; only months in which something was received or given back. */
export async function sumMonths(
  em: EntityManager,
  keys: readonly OwnerKey[],
  days: Days | null,
): Promise<(MonthSums & { key: string })[]> {
  const rows = await publicRowsOf<Texts<MonthSums> & { key: string }>(
    em,
    sql`select owner.kind || ':' || owner.id as key, total.* from ${ownersOf(keys)} cross join lateral (
      select to_char(starts_on, 'YYYY-MM') as month, sum(cash_fen)::text as "cashFen", sum(in_kind_fen)::text as "inKindFen",
        sum(refunded_fen)::text as "refundedFen", sum(donations)::int as donations
      from donations.fund_total t
      where t.owner_kind = owner.kind and t.owner_id = owner.id and ${days === null ? sql`grain = 'M'` : inPeriod(days)}
      group by 1 having sum(cash_fen) <> 0 or sum(in_kind_fen) <> 0 or sum(refunded_fen) <> 0 or sum(donations) <> 0
    ) total order by owner.position, total.month`,
  );
  return rows.map((row) => ({
    ...row,
    cashFen: BigInt(row.cashFen),
    inKindFen: BigInt(row.inKindFen),
    refundedFen: BigInt(row.refundedFen),
  }));
}

/** A gift that was recorded by mistake was never given. */
const notReversed = raw(
  `not exists (select from donations.entry mistake where mistake.reverses = gift.id and mistake.kind = 'REVERSAL')`,
);

/**
 * Counts an owner's different donors in a period. A number of different things does not follow from monthly sums, so this one
 * figure reads the period's donations off an index; without a period it is kept.
 */
export async function countDonors(em: EntityManager, key: OwnerKey, { from, to }: Days): Promise<number> {
  const [kind, id] = key.split(':', 2) as [OwnerKind, string];
  const rows = await publicRowsOf<{ count: number }>(
    em,
    sql`select count(distinct donor_key)::int as count from donations.entry gift
    where kind = 'DONATION' and ${ofOwner(kind, id)} and occurred_on >= ${from} and occurred_on < ${to} and ${notReversed}`,
  );
  return rows[0]?.count ?? 0;
}

function ofOwner(kind: OwnerKind, id: string): Sql {
  switch (kind) {
    case 'AREA':
      return sql`area_code >= ${areaRange(id).from} and area_code < ${areaRange(id).to}`;
    case 'ORGANIZATION':
      return sql`organization_id = ${id}`;
    case 'PROJECT':
      return sql`project_id = ${id}`;
    case 'CAMPAIGN':
      return sql`campaign_id = ${id}`;
    case 'PARTNER':
      return sql`donor_partner_id = ${id}`;
  }
}

/** Owners in the order of their keys, most often all of one kind. */
function ownersOf(keys: readonly OwnerKey[]): Sql {
  const kindOf = (key: OwnerKey) => key.slice(0, key.indexOf(':'));
  const ids = plainArray(keys.map((key) => key.slice(key.indexOf(':') + 1)));
  const kind = kindOf(keys[0] as OwnerKey);
  if (keys.every((key) => key.startsWith(`${kind}:`)))
    return sql`(select ${kind}::text as kind, id, position from unnest(${ids}::text[]) with ordinality as one(id, position)) as owner`;
  return sql`unnest(${keys.map(kindOf)}::text[], ${ids}::text[]) with ordinality as owner(kind, id, position)`;
}

/** Whole months inside the period by month, the days at its ends by day: never more than 62 days, however long it is. */
function inPeriod({ from, to }: Days): Sql {
  const monthsFrom = from.endsWith('-01') ? from : firstOfNextMonth(from);
  const monthsTo = `${to.slice(0, 7)}-01`;
  if (monthsFrom >= monthsTo) return sql`grain = 'D' and starts_on >= ${from} and starts_on < ${to}`;
  return sql`(grain = 'M' and starts_on >= ${monthsFrom} and starts_on < ${monthsTo}
    or grain = 'D' and (starts_on >= ${from} and starts_on < ${monthsFrom} or starts_on >= ${monthsTo} and starts_on < ${to}))`;
}

function firstOfNextMonth(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}-01`;
}

/** Sums of money come as text. */
function fundSums(row: Partial<Texts<FundSums>>, names: readonly (keyof FundSums)[]): Partial<FundSums> {
  const found: Record<string, bigint | number> = {};
  for (const name of names) {
    const value = row[name] as string | number;
    found[name] = typeof value === 'string' ? BigInt(value) : value;
  }
  return found;
}
