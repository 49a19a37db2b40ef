import type { EntityManager } from '@mikro-orm/postgresql';
import { pagesByParent } from '#shared/database/nested-page.js';
import { entitiesByKey } from '#shared/database/rows.js';
import { byArguments, oneByKey } from '#shared/loader.js';
import type { PageRequest } from '#shared/page.js';
import { Project } from './project.entity.js';

/** Batched reads of projects. */
export function projectLoaders(em: EntityManager) {
  return {
    projectById: oneByKey<Project>(
      (ids) => entitiesByKey(em, 'everybody', Project, 'id', ids),
      ({ id }) => id,
    ),
    projectsByOrganization: byArguments((page: PageRequest) =>
      pagesByParent(em, Project, { reader: 'everybody', parent: 'organization_id', page }),
    ),
  };
}
