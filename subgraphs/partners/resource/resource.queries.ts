import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { areaRange, parentAreaCode } from '#shared/area-code.js';
import { type Page, pageOf, placeByCreation } from '#shared/connection.js';
import { entityOf, rowsOf } from '#shared/database/rows.js';
import { containsText } from '#shared/database/text.js';
import type { PageRequest } from '#shared/page.js';
import { today } from '#shared/today.js';
import { Resource } from './resource.entity.js';
import type { ResourceFilter } from './resource.input.js';

/** A resource that nobody used for so long lies idle (analyst question "idle resources"). */
const idleDays = 90;

/** Finds resources that fulfil a filter, oldest record first. */
export function searchResources(
  em: EntityManager,
  page: PageRequest,
  filter: ResourceFilter,
): Promise<Page<Resource>> {
  return readResources(em, page, resourceCondition(filter));
}

/** Finds published, available resources with no ACTIVE link now or in the last 90 days; younger ones are not idle yet. */
export function searchIdleResources(
  em: EntityManager,
  page: PageRequest,
  area: string | null,
): Promise<Page<Resource>> {
  const since = sql`now() - make_interval(days => ${idleDays})`;
  const idle = sql`row.status = 'PUBLISHED' and row.published_at < ${since}
    and coalesce(row.last_active_at < ${since}, true)
    and not exists (select from partners.resource_link l where l.resource_id = row.id and l.status = 'ACTIVE')`;
  return readResources(em, page, sql`${idle} and ${resourceCondition({ area, availableOn: today() })}`);
}

async function readResources(
  em: EntityManager,
  page: PageRequest,
  condition: RawBuilder<unknown>,
): Promise<Page<Resource>> {
  const behind =
    page.after === null
      ? sql`true`
      : sql`(row.created_at, row.id) > (${page.after.key}::timestamptz, ${page.after.id}::uuid)`;
  const rows = await rowsOf(
    em,
    sql<object>`
    select row.* from partners.resource as row where ${condition} and ${behind} order by row.created_at, row.id limit ${page.first + 1}
  `,
  );
  const total = async () => {
    const counted = sql<{
      count: number;
    }>`select count(*)::int as count from partners.resource as row where ${condition}`;
    return (await rowsOf(em, counted))[0]?.count ?? 0;
  };
  return pageOf(
    rows.map((columns) => em.map(Resource, columns)),
    page,
    { order: 'CREATED_AT', placeOf: placeByCreation, total },
  );
}

/** Finds the resource that already has a title, within a transaction that could not take it. */
export async function findResourceByTitle(
  em: EntityManager,
  partnerId: string,
  title: string,
): Promise<Resource | null> {
  const [row] = await rowsOf(
    em,
    sql<object>`select * from partners.resource
      where partner_id = ${partnerId}::uuid and lower(title) = lower(${title.trim()}) and status <> 'WITHDRAWN'`,
  );
  return row ? entityOf(em, Resource, row) : null;
}

/** Writes a filter as a condition on `row`. */
export function resourceCondition({
  category,
  status,
  area,
  availableOn,
  text,
}: ResourceFilter): RawBuilder<unknown> {
  const conditions = [sql`true`];
  if (category) conditions.push(sql`row.category = any(${category})`);
  if (status) conditions.push(sql`row.status = any(${status})`);
  if (availableOn) {
    conditions.push(
      sql`coalesce(row.available_from <= ${availableOn}::date, true) and coalesce(row.available_to > ${availableOn}::date, true)`,
    );
  }
  if (text) {
    const { $ilike } = containsText(text);
    conditions.push(sql`(row.title ilike ${$ilike} or row.description ilike ${$ilike})`);
  }
  if (area) conditions.push(usableIn(area));
  return sql.join(conditions, sql` and `);
}

/** Everywhere, in the area or above it, or in a part of it. */
function usableIn(area: string): RawBuilder<unknown> {
  const above: string[] = [];
  for (let code: string | null = area; code !== null; code = parentAreaCode(code)) above.push(code);
  const { from, to } = areaRange(area);
  return sql`(row.area_codes = '{}' or row.area_codes && ${above}::text[]
    or exists (select from unnest(row.area_codes) part where part collate "C" >= ${from} and part collate "C" < ${to}))`;
}
