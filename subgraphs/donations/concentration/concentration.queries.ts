import type { EntityManager } from '@mikro-orm/postgresql';
import { areaRange } from '#shared/area-code.js';
import { type Page, pageOf } from '#shared/connection.js';
import { plainArray } from '#shared/database/plain-array.js';
import { publicRowsOf } from '#shared/database/rows.js';
import { always, raw, type Sql, sql } from '#shared/database/sql.js';
import type { PageRequest } from '#shared/page.js';
import type { Days } from '#shared/period.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { type Shares, singleSourceAbove } from './concentration.rule.js';

/** What an organization, known as `o`, received since ever: kept sums, and its largest funder off an index. */
const everFunded = sql`lateral (
    select sum(k.raised_fen)::numeric as raised, sum(k.squares) as squares, (select f.raised_fen from donations.funder_total f
      where f.organization_id = o.id order by f.raised_fen desc limit 1) as top
    from donations.funding_concentration k where k.organization_id = o.id) funded`;

/** The same in a period, off the ledger; who got back more in it than he gave is no funder of it. */
function fundedIn({ from, to }: Days): Sql {
  const entries = (kinds: string) => sql`select id, donor_key, reverses from donations.entry
      where organization_id = o.id and occurred_on >= ${from} and occurred_on < ${to} and ${raw(kinds)}`;
  return sql`lateral (
    select sum(fen) as raised, sum(fen * fen) as squares, max(fen) as top from (
      select sum(-p.amount_fen) as fen from (${entries(`kind = 'DONATION'`)} union all ${entries(`kind in ('REFUND', 'REVERSAL')`)}) e
        left join donations.entry r on r.id = e.reverses join donations.posting p on p.entry_id = e.id
      where p.account_code in ('CASH_DONATIONS', 'GOODS_DONATIONS', 'REFUNDS') and coalesce(e.donor_key, r.donor_key) is not null
      group by coalesce(e.donor_key, r.donor_key) having sum(-p.amount_fen) > 0) funder) funded`;
}

const funded = (days: Days | null): Sql => (days === null ? everFunded : fundedIn(days));

/** Reads the shares of funders of organizations since ever or in a period, in the order of the ids; null where nothing was received. */
export async function readShares(
  em: EntityManager,
  ids: readonly string[],
  days: Days | null,
): Promise<(Shares | null)[]> {
  const rows = await publicRowsOf<Shares & { id: string }>(
    em,
    sql`select o.id, (funded.squares / (funded.raised * funded.raised))::float8 as squares, (funded.top / funded.raised)::float8 as top
      from unnest(${plainArray(ids)}::uuid[]) as o(id) cross join ${funded(days)} where funded.raised > 0`,
  );
  const found = new Map(rows.map(({ id, squares, top }) => [id, { squares, top }]));
  return ids.map((id) => found.get(id.toLowerCase()) ?? null);
}

/** Where, and when. */
export interface DependenceSought {
  area: string | null;
  days: Days | null;
}

/** Finds organizations that received more than 60 % from one funder, by id: it walks those with any funds until the page is full. */
export async function searchSingleSource(
  em: EntityManager,
  page: PageRequest,
  { area, days }: DependenceSought,
): Promise<Page<OrganizationStub>> {
  const behind = page.after === null ? always : sql`organization_id > ${page.after.id}::uuid`;
  const wanted = (
    within: Sql,
  ) => sql`(select distinct organization_id as id from donations.funding_concentration where ${within} order by 1) o
    cross join ${funded(days)} where funded.raised > 0 and funded.top > ${String(singleSourceAbove)}::numeric * funded.raised and ${lastIn(area)}`;
  const rows = await publicRowsOf<{ id: string }>(
    em,
    sql`select o.id from ${wanted(behind)} order by o.id limit ${page.first + 1}`,
  );
  return pageOf(
    rows.map(({ id }) => Object.assign(new OrganizationStub(), { id })),
    page,
    {
      order: 'ID',
      placeOf: ({ id }) => ({ key: '', id }),
      total: async () => {
        const [counted] = await publicRowsOf<{ count: number }>(
          em,
          sql`select count(*)::int as count from ${wanted(always)}`,
        );
        return counted?.count ?? 0;
      },
    },
  );
}

/** An organization is where it was at its latest gift. */
function lastIn(area: string | null): Sql {
  if (area === null) return always;
  const { from, to } = areaRange(area);
  return sql`exists (select from (select area_code from donations.entry gift
    where organization_id = o.id and kind = 'DONATION'
      and not exists (select from donations.entry mistake where mistake.reverses = gift.id and mistake.kind = 'REVERSAL') order by occurred_on desc, id limit 1) latest
    where area_code >= ${from} and area_code < ${to})`;
}
