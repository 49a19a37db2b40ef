import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '#shared/database/rows.js';
import { problem } from '#shared/problem.js';
import { Resource } from './resource.entity.js';
import { CapacityExceeded } from './resource.result.js';

/** The check that decides between links that want the same resource, by its name in the database. */
export const capacityCheck = 'resource_capacity_not_exceeded';

/** Says what is left of a resource now, where something wanted more. */
export async function capacityExceeded(
  em: EntityManager,
  resourceId: string,
  wanted: string,
): Promise<CapacityExceeded> {
  const { capacity, held, remaining, unit } = (await rowById(em, Resource, resourceId)) as Resource;
  const message = `${wanted}: of ${capacity} ${unit}, links hold ${held} and ${remaining} remain.`;
  return problem(CapacityExceeded, { code: 'CAPACITY_EXCEEDED', message, remaining });
}
