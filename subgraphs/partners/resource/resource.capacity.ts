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
  const resource = (await rowById(em, Resource, resourceId)) as Resource;
  const { remaining } = resource;
  const message = tooLittleCapacity(resource, wanted);
  return problem(CapacityExceeded, { code: 'CAPACITY_EXCEEDED', message, remaining });
}

/** Says what links hold of a resource, of which something wants more. */
export const tooLittleCapacity = (
  { capacity, held, remaining, unit }: Pick<Resource, 'capacity' | 'held' | 'remaining' | 'unit'>,
  wanted: string,
): string => `${wanted}: of ${capacity} ${unit}, links hold ${held} and ${remaining} remain.`;
