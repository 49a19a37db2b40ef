import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
import { manyByKey } from '#shared/loader.js';
import { Award } from './award.entity.js';

const latestFirst = 'row.year desc nulls last, row.created_at, row.id';

/** Batched reads of awards, latest year first. */
export function awardLoaders(em: EntityManager) {
  return {
    awardsByOrganization: manyByKey<Award>(
      (ids) => entitiesByKey(em, 'everybody', Award, 'organizationId', ids, latestFirst),
      ({ organizationId }) => organizationId ?? '',
    ),
    awardsByProject: manyByKey<Award>(
      (ids) => entitiesByKey(em, 'everybody', Award, 'projectId', ids, latestFirst),
      ({ projectId }) => projectId ?? '',
    ),
  };
}
