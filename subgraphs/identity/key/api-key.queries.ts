import { timingSafeEqual } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Page } from '#shared/connection.js';
import { pageByCreation } from '#shared/database/list-page.js';
import { entitiesByKey, rowsOf } from '#shared/database/rows.js';
import { always, sql } from '#shared/database/sql.js';
import type { PageRequest } from '#shared/page.js';
import { ApiKey } from './api-key.entity.js';

/** Finds keys, of one partner when it is given, oldest first. */
export function searchApiKeys(
  em: EntityManager,
  page: PageRequest,
  partnerId: string | null,
): Promise<Page<ApiKey>> {
  const wanted = partnerId === null ? always : sql`row.partner_id = ${partnerId}::uuid`;
  return pageByCreation(em, 'viewer', ApiKey, page, wanted);
}

/** No key has it: an unknown key costs the same comparison as a known one. */
const noHash = '0'.repeat(64);

/** Finds the key that opens now with this secret; null for every other one, after the same work. */
export async function findValidKey(
  em: EntityManager,
  { prefix, secretHash }: Pick<ApiKey, 'prefix' | 'secretHash'>,
): Promise<ApiKey | null> {
  const [key = null] = await entitiesByKey(em, 'viewer', ApiKey, 'prefix', [prefix]);
  const isSecret = isEqual(key?.secretHash ?? noHash, secretHash);
  const isOpen = key !== null && key.revokedAt === null && key.expiresAt.getTime() > Date.now();
  return isSecret && isOpen ? key : null;
}

/** Takes as long for hashes that differ in their first character as for those that differ in their last. */
function isEqual(kept: string, given: string): boolean {
  const [left, right] = [Buffer.from(kept), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** PostgreSQL's code for a write where nothing can be written. */
const readOnlyTransaction = '25006';

/** Notes that a key was used, at most once a minute: a busy program must not write with each of its reads. */
export async function noteUse(em: EntityManager, { id }: ApiKey): Promise<void> {
  try {
    await rowsOf(
      em,
      sql`update identity.api_key set last_used_at = now()
        where id = ${id}::uuid and coalesce(last_used_at < now() - interval '1 minute', true)`,
    );
  } catch (error) {
    // On a replica, while the primary does not answer: who only reads goes on reading, and this use is not noted.
    if ((error as { code?: string }).code !== readOnlyTransaction) throw error;
  }
}

/** Lists which of some partners a key acts for, or acted for. */
export async function namedPartners(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    em,
    sql`select distinct partner_id::text as id from identity.api_key where partner_id = any(${ids}::uuid[])`,
  );
  return rows.map(({ id }) => id);
}
