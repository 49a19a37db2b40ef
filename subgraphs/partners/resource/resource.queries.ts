import type { EntityManager } from '@mikro-orm/postgresql';
import { areaRange, parentAreaCode } from '#shared/area-code.js';
import type { Page } from '#shared/connection.js';
import { pageByCreation } from '#shared/database/list-page.js';
import { entitiesWhere } from '#shared/database/rows.js';
import { allOf, type Sql, sql } from '#shared/database/sql.js';
import { containsText } from '#shared/database/text.js';
import type { PageRequest } from '#shared/page.js';
import { Resource } from './resource.entity.js';
import type { ResourceFilter } from './resource.input.js';

/** Finds resources that fulfil a filter, oldest record first. */
export function searchResources(
  em: EntityManager,
  page: PageRequest,
  filter: ResourceFilter,
): Promise<Page<Resource>> {
  return pageByCreation(em, 'viewer', Resource, page, resourceCondition(filter));
}

/** Finds the resource that already has a title, within a transaction that could not take it. */
export async function findResourceByTitle(
  em: EntityManager,
  partnerId: string,
  title: string,
): Promise<Resource | null> {
  const sameTitle = sql`row.partner_id = ${partnerId}::uuid and lower(row.title) = lower(${title.trim()})
    and row.status <> 'WITHDRAWN'`;
  return (await entitiesWhere(em, 'viewer', Resource, sameTitle))[0] ?? null;
}

/** Writes a filter as a condition on `row`. */
export function resourceCondition({ category, status, area, availableOn, text }: ResourceFilter): Sql {
  const conditions: Sql[] = [];
  if (category) conditions.push(sql`row.category = any(${category}::text[])`);
  if (status) conditions.push(sql`row.status = any(${status}::text[])`);
  if (availableOn) {
    conditions.push(
      sql`coalesce(row.available_from <= ${availableOn}::date, true) and coalesce(row.available_to > ${availableOn}::date, true)`,
    );
  }
  if (text) {
    const pattern = containsText(text);
    conditions.push(sql`(row.title ilike ${pattern} or row.description ilike ${pattern})`);
  }
  if (area) conditions.push(usableIn(area));
  return allOf(conditions);
}

/** Everywhere, in the area or above it, or in a part of it. */
function usableIn(area: string): Sql {
  const above: string[] = [];
  for (let code: string | null = area; code !== null; code = parentAreaCode(code)) above.push(code);
  const { from, to } = areaRange(area);
  return sql`(row.area_codes = '{}' or row.area_codes && ${above}::text[]
    or exists (select from unnest(row.area_codes) part where part collate "C" >= ${from} and part collate "C" < ${to}))`;
}
