import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { entitiesByKey } from '#shared/database/rows.js';
import { pagesByParent } from '#shared/database/nested-page.js';
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

/** Batched reads of links. */
export function resourceLinkLoaders(em: EntityManager) {
  const linksBy = (parent: string) =>
    byArguments(({ page, filter }: LinksAsked) =>
      pagesByParent(em, ResourceLink, {
        reader: 'everybody',
        parent,
        page,
        where: linkCondition(filter),
      }),
    );
  return {
    resourceLinkById: oneByKey<ResourceLink>(
      (ids) => entitiesByKey(em, 'everybody', ResourceLink, 'id', ids),
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
