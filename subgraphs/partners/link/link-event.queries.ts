import type { EntityManager } from '@mikro-orm/postgresql';
import { countRows } from '#shared/database/list-page.js';
import { sql } from '#shared/database/sql.js';
import { LinkEvent } from './resource-link.entity.js';

/** Counts the steps of a link that its transaction holds. */
export function countEvents(em: EntityManager, linkId: string): Promise<number> {
  return countRows(em, 'everybody', LinkEvent, sql`row.link_id = ${linkId}::uuid`);
}
