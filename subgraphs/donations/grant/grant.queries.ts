import type { EntityManager } from '@mikro-orm/postgresql';
import type { Page } from '#shared/connection.js';
import { countRows, pageByCreation } from '#shared/database/list-page.js';
import { entitiesWhere, rowById } from '#shared/database/rows.js';
import { run } from '#shared/database/run.js';
import { allOf, always, sql } from '#shared/database/sql.js';
import { withinArea } from '#shared/database/within-area.js';
import { noSuchRow } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import type { PageRequest } from '#shared/page.js';
import type { Writer } from '#shared/writer.js';
import type { DonationsContext } from '../context.js';
import { FundingPool } from '../pool/funding-pool.entity.js';
import { GrantEvent } from './grant-event.entity.js';
import { Grant, type GrantStatus } from './grant.entity.js';
import { awardedStates } from './grant.status.js';

/** Lists the grants of all pools in any of the states and in an area (all when none is given), oldest record first. */
export function listGrants(
  em: EntityManager,
  page: PageRequest,
  states: readonly GrantStatus[] | null,
  area: string | null,
): Promise<Page<Grant>> {
  const inState = states === null ? always : sql`row.status = any(${states}::text[])`;
  return pageByCreation(em, 'everybody', Grant, page, allOf([inState, withinArea(area)]));
}

/** Reads a grant that a mutation names; its pool and organization never change. NOT_FOUND when there is none. */
export async function findGrant({ em }: DonationsContext, id: string): Promise<Grant> {
  const grant = await rowById(em.fork(), Grant, checkedId('grantId', id));
  if (grant !== null) return grant;
  throw noSuchRow('grantId', id);
}

/** Holds a pool and then its grant; everybody who holds both takes them in this order. */
export async function lockedGrant(
  writer: Writer,
  { id, poolId }: Grant,
): Promise<{ pool: FundingPool; grant: Grant }> {
  const pool = await writer.lock(FundingPool, poolId);
  const grant = await writer.lock(Grant, id);
  if (pool === null || grant === null)
    throw new Error(`Grant ${id} was there a moment ago; grants are never deleted.`);
  return { pool, grant };
}

/** Counts an organization's grants of a pool in any of the states. */
export async function countGrants(
  { em }: Writer,
  { poolId, organizationId }: Pick<Grant, 'poolId' | 'organizationId'>,
  states: readonly GrantStatus[],
): Promise<number> {
  const wanted = sql`row.pool_id = ${poolId}::uuid and row.organization_id = ${organizationId}::uuid
    and row.status = any(${states}::text[])`;
  return countRows(em, 'everybody', Grant, wanted);
}

/**
 * Finds an awarded grant of another pool for the same work (R-POOL-03): the same project, or a group of people in common, of the
 * same organization in the same period; a period without an end is open. Awards of one organization wait for each other, so two
 * pools cannot pay for the same work at the same moment.
 */
export async function findDoubleFunding({ em }: Writer, grant: Grant): Promise<Grant | null> {
  const { id, poolId, organizationId, projectId, beneficiaries, startsOn, endsOn } = grant;
  await run(em, sql`select pg_advisory_xact_lock(hashtextextended(${`grants of ${organizationId}`}, 0))`);
  const [found] = await entitiesWhere(
    em,
    'everybody',
    Grant,
    sql`row.organization_id = ${organizationId}::uuid and row.id <> ${id}::uuid
      and row.pool_id <> ${poolId}::uuid and row.status = any(${awardedStates}::text[])
      and (row.project_id = ${projectId}::uuid or row.beneficiaries && ${beneficiaries}::text[])
      and daterange(row.starts_on, row.ends_on) && daterange(${startsOn}::date, ${endsOn}::date)`,
    sql`order by row.created_at, row.id limit 1`,
  );
  return found ?? null;
}

/** Counts the steps of a grant so far. */
export async function countSteps({ em }: Writer, grantId: string): Promise<number> {
  return countRows(em, 'everybody', GrantEvent, sql`row.grant_id = ${grantId}::uuid`);
}
