import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
import { pagesByParent } from '#shared/database/nested-page.js';
import { byArguments, oneByKey } from '#shared/loader.js';
import type { PageRequest } from '#shared/page.js';
import { Resource } from './resource.entity.js';
import type { ResourceFilter } from './resource.input.js';
import { resourceCondition } from './resource.queries.js';

/** Batched reads of resources. */
export function resourceLoaders(em: EntityManager) {
  return {
    resourceById: oneByKey<Resource>(
      (ids) => entitiesByKey(em, 'viewer', Resource, 'id', ids),
      ({ id }) => id,
    ),
    resourcesByPartner: byArguments(({ page, filter }: { page: PageRequest; filter: ResourceFilter }) =>
      pagesByParent(em, Resource, {
        reader: 'viewer',
        parent: 'partner_id',
        page,
        where: resourceCondition(filter),
      }),
    ),
  };
}
