import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { EntityTable, type Needs } from '#shared/database/entity-table.js';
import { entitiesByKey } from '#shared/database/rows.js';
import { pagesByParent } from '#shared/database/nested-page.js';
import type { FieldsAsked } from '#shared/fields-asked.js';
import { byArguments, manyByKey, oneByKey } from '#shared/loader.js';
import type { PageRequest } from '#shared/page.js';
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
    linkSummaryByArea: new DataLoader<string, LinkSummary>((codes) => sumLinks(em, codes)),
  };
}
