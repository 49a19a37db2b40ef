import type { EntityManager } from '@mikro-orm/postgresql';
import { demoTime } from '#shared/demo/identity.js';
import { insertRows, written } from '#shared/demo/insert.js';
import { CooperationAgreement } from '../agreement/agreement.entity.js';
import { LinkEvent, ResourceLink } from '../link/resource-link.entity.js';
import { Partner } from '../partner/partner.entity.js';
import { Resource } from '../resource/resource.entity.js';
import { demoAgreements, demoPartners } from './institutions.js';
import { demoLinks } from './links.js';
import { demoResources } from './resources.js';

/** Writes this subgraph's part of the demonstration dataset into an empty database; yields how many rows it wrote. */
export async function loadDemo(em: EntityManager): Promise<number> {
  if ((await em.count(Partner)) > 0) return 0;
  const { links, events } = demoLinks();
  const counts = [
    await insertRows(em, Partner, written(demoPartners(), demoTime)),
    await insertRows(
      em,
      CooperationAgreement,
      demoAgreements().map((agreement, position) => ({ ...agreement, createdAt: demoTime(position) })),
    ),
    await insertRows(em, Resource, written(demoResources(), demoTime)),
    await insertRows(em, ResourceLink, written(links, demoTime)),
    await insertRows(em, LinkEvent, events),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}
