import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Counts the steps of a link that its transaction holds. */
export async function countEvents(em: EntityManager, linkId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from partners.link_event where link_id = ${linkId}::uuid`.execute(
    em.getKysely(),
  );
  return rows[0]?.count ?? 0;
}
