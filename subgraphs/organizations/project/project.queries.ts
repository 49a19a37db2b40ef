import type { EntityManager } from '@mikro-orm/postgresql';
import { type Page, pageOf, placeByCreation } from '#shared/connection.js';
import { behindPlace } from '#shared/database/keyset.js';
import type { PageRequest } from '#shared/page.js';
import { Project } from './project.entity.js';

/** Lists all projects, oldest record first. */
export async function listProjects(em: EntityManager, page: PageRequest): Promise<Page<Project>> {
  const found = await em.find(Project, behindPlace('createdAt', page.after), {
    orderBy: { createdAt: 'asc', id: 'asc' },
    limit: page.first + 1,
  });
  return pageOf(found, page, {
    order: 'CREATED_AT',
    placeOf: placeByCreation,
    total: () => em.count(Project),
  });
}
