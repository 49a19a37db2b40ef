import type { EntityManager } from '@mikro-orm/postgresql';
import type { Page } from '#shared/connection.js';
import { pageByCreation } from '#shared/database/list-page.js';
import { always } from '#shared/database/sql.js';
import type { PageRequest } from '#shared/page.js';
import { Project } from './project.entity.js';

/** Lists all projects, oldest record first. */
export const listProjects = (em: EntityManager, page: PageRequest): Promise<Page<Project>> =>
  pageByCreation(em, 'everybody', Project, page, always);
