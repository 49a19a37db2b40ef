import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
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
