import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';

/** Lists which of some organizations a link or an agreement names. */
export async function namedOrganizations(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    em,
    sql`select organization_id::text as id from partners.resource_link where organization_id = any(${ids}::uuid[])
      union select organization_id::text from partners.cooperation_agreement where organization_id = any(${ids}::uuid[])`,
  );
  return rows.map(({ id }) => id);
}
