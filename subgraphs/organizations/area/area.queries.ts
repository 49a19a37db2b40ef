import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { entityOf, rowsOf } from '#shared/database/rows.js';
import { Area } from './area.entity.js';

/** Reads areas by their codes, as they are now, within a transaction or without one. */
export async function findAreas(
  em: EntityManager,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Area>> {
  if (codes.length === 0) return new Map();
  const rows = await rowsOf<object>(
    em,
    sql`select * from organizations.area where code = any(${codes}::text[])`,
  );
  const areas = rows.map((row) => entityOf(em, Area, row));
  return new Map(areas.map((area) => [area.code, area]));
}
