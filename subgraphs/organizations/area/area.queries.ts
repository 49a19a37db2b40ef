import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey, publicRowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { Area } from './area.entity.js';

/** Reads areas by their codes, as they are now, within a transaction or without one. */
export async function findAreas(
  em: EntityManager,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Area>> {
  if (codes.length === 0) return new Map();
  const areas = await entitiesByKey(em, 'everybody', Area, 'code', codes);
  return new Map(areas.map((area) => [area.code, area]));
}

/** Lists code, name and the code above of every area on record, in the order of their codes. */
export async function listAreaNames(em: EntityManager): Promise<[string, string, string | null][]> {
  const rows = await publicRowsOf<{ code: string; name: string; parentCode: string | null }>(
    em,
    sql`select code, name, parent_code as "parentCode" from organizations.area order by code`,
  );
  return rows.map(({ code, name, parentCode }) => [code, name, parentCode]);
}
