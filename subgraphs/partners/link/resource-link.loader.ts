import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import { EntityTable, type Needs } from '#shared/database/entity-table.js';
import type { Joined } from '#shared/database/joined.js';
import { entitiesByKey } from '#shared/database/rows.js';
import type { Selection } from '#shared/database/selection.js';
import { pagesByParent } from '#shared/database/nested-page.js';
import type { FieldsAsked } from '#shared/fields-asked.js';
import { byArguments, eachInOrder, manyByKey, oneByKey } from '#shared/loader.js';
import type { PageRequest } from '#shared/page.js';
import { Partner } from '../partner/partner.entity.js';
import { shownPartner } from '../partner/partner.loader.js';
import { Resource } from '../resource/resource.entity.js';
import { shownResource } from '../resource/resource.loader.js';
import { LinkEvent, ResourceLink } from './resource-link.entity.js';
import type { ResourceLinkFilter } from './resource-link.input.js';
import { linkCondition, sumLinks } from './resource-link.queries.js';
import type { LinkSummary } from './resource-link.result.js';

/** What a list of links inside another entity is asked with. */
export interface LinksAsked {
  page: PageRequest;
  filter: ResourceLinkFilter;
}

/** What fields of a link need that are no columns. */
const needs: Needs<ResourceLink> = {
  allowedTransitions: ['status'],
  events: [],
  organization: ['organizationId'],
  partner: ['partnerId'],
  project: ['projectId'],
  resource: ['resourceId'],
};

/** What a link links, where a document asks for it. */
function linkedRows(em: EntityManager, fields: FieldsAsked): readonly Joined[] {
  const partner = (type: string): Joined[] =>
    fields.of(type).has('partner')
      ? [
          {
            ...joinable(em, Partner, shownPartner(em, fields)),
            property: 'partner',
            column: 'partner_id',
            inside: [],
          },
        ]
      : [];
  if (!fields.of('ResourceLink').has('resource')) return partner('ResourceLink');
  const table = joinable(em, Resource, shownResource(em, fields));
  const resource = { ...table, property: 'resource', column: 'resource_id', inside: partner('Resource') };
  return [resource, ...partner('ResourceLink')];
}

const joinable = <T extends object>(em: EntityManager, entity: Constructor<T>, selection: Selection<T>) => ({
  table: EntityTable.of(em, entity).name,
  selection,
});

/** Batched reads of links, with what the operation shows of them. */
export function resourceLinkLoaders(em: EntityManager, fields: FieldsAsked) {
  const shown = () => EntityTable.of(em, ResourceLink).shown(fields, needs);
  const linksBy = (parent: string) =>
    byArguments(({ page, filter }: LinksAsked) =>
      pagesByParent(em, ResourceLink, {
        reader: 'everybody',
        parent,
        page,
        where: linkCondition(filter),
        selection: shown(),
        joined: linkedRows(em, fields),
      }),
    );
  return {
    resourceLinkById: oneByKey<ResourceLink>(
      (ids) => entitiesByKey(em, 'everybody', ResourceLink, 'id', ids, undefined, shown()),
      ({ id }) => id,
    ),
    linksByOrganization: linksBy('organization_id'),
    linksByPartner: linksBy('partner_id'),
    linksByProject: linksBy('project_id'),
    linksByResource: linksBy('resource_id'),
    eventsByLink: manyByKey<LinkEvent>(
      (ids) => entitiesByKey(em, 'everybody', LinkEvent, 'linkId', ids, 'row.position'),
      ({ linkId }) => linkId,
    ),
    linkSummaryByArea: eachInOrder<LinkSummary>((codes) => sumLinks(em, codes)),
  };
}
