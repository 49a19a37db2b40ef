import type { EntityManager } from '@mikro-orm/postgresql';
import { EntityTable, type Needs } from '#shared/database/entity-table.js';
import { entitiesByKey } from '#shared/database/rows.js';
import { pagesByParent } from '#shared/database/nested-page.js';
import type { FieldsAsked } from '#shared/fields-asked.js';
import { byArguments, oneByKey } from '#shared/loader.js';
import type { PageRequest } from '#shared/page.js';
import { idleAmong } from './idle.queries.js';
import { Resource } from './resource.entity.js';
import type { ResourceFilter } from './resource.input.js';
import { resourceCondition } from './resource.queries.js';

/** What fields of a resource need that are no columns. */
const needs: Needs<Resource> = { links: [], isIdle: [], partner: ['partnerId'] };

/** The columns of a resource that an operation shows. */
export const shownResource = (em: EntityManager, fields: FieldsAsked) =>
  EntityTable.of(em, Resource).shown(fields, needs);

/** Batched reads of resources, with what the operation shows of them. */
export function resourceLoaders(em: EntityManager, fields: FieldsAsked) {
  return {
    resourceById: oneByKey<Resource>(
      (ids) => entitiesByKey(em, 'viewer', Resource, 'id', ids, undefined, shownResource(em, fields)),
      ({ id }) => id,
    ),
    /** A resource's id where it lies idle, else null. */
    idleById: oneByKey<string>(
      (ids) => idleAmong(em, ids),
      (id) => id,
    ),
    resourcesByPartner: byArguments(({ page, filter }: { page: PageRequest; filter: ResourceFilter }) =>
      pagesByParent(em, Resource, {
        reader: 'viewer',
        parent: 'partner_id',
        page,
        where: resourceCondition(filter),
        selection: shownResource(em, fields),
      }),
    ),
  };
}
