import type { EntityManager } from '@mikro-orm/postgresql';
import { manyByKey } from '#shared/loader.js';
import { Award } from './award.entity.js';

const latestFirst = { year: 'desc nulls last', createdAt: 'asc', id: 'asc' } as const;

/** Batched reads of awards, latest year first. */
export function awardLoaders(em: EntityManager) {
  return {
    awardsByOrganization: manyByKey<Award>(
      (ids) => em.find(Award, { organizationId: { $in: [...ids] } }, { orderBy: latestFirst }),
      ({ organizationId }) => organizationId ?? '',
    ),
    awardsByProject: manyByKey<Award>(
      (ids) => em.find(Award, { projectId: { $in: [...ids] } }, { orderBy: latestFirst }),
      ({ projectId }) => projectId ?? '',
    ),
  };
}
