import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { entityOf, rowsOf } from '#shared/database/rows.js';
import { FundraisingQualification } from './qualification.entity.js';

/** Lists what a partner was granted, oldest first; inside the transaction that asks. */
export async function listQualifications(
  em: EntityManager,
  partnerId: string,
): Promise<FundraisingQualification[]> {
  const rows = await rowsOf(
    em,
    sql<object>`select * from partners.fundraising_qualification where partner_id = ${partnerId}::uuid order by granted_on`,
  );
  return rows.map((row) => entityOf(em, FundraisingQualification, row));
}
