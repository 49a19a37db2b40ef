import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey, publicRowsOf, rowById } from '#shared/database/rows.js';
import { run } from '#shared/database/run.js';
import { sql } from '#shared/database/sql.js';
import { isId } from '#shared/id.js';
import { type UnknownReference, unknownReference } from '#shared/problem.js';
import { today } from '#shared/today.js';
import { findAreas } from '../area/area.queries.js';
import { Organization } from './organization.entity.js';
import type { OrganizationDraft, Surroundings } from './organization.rules.js';

/** Reads what a draft names; yields the reference that leads nowhere instead, when there is one. */
export async function surroundingsOf(
  em: EntityManager,
  { areaCode, jurisdictions, parentId, fiscalHostId }: OrganizationDraft,
): Promise<Surroundings | UnknownReference> {
  const parent = await organizationOf(em, parentId);
  if (parentId !== null && parent === null) return unknownReference('parentId', parentId);
  const fiscalHost = await organizationOf(em, fiscalHostId);
  if (fiscalHostId !== null && fiscalHost === null) return unknownReference('fiscalHostId', fiscalHostId);
  return {
    areas: await findAreas(em, [areaCode, ...jurisdictions]),
    parent,
    aboveParent: parent === null ? [] : await idsAbove(em, parent.id),
    fiscalHost,
    today: today(),
  };
}

async function organizationOf(em: EntityManager, id: string | null): Promise<Organization | null> {
  return id !== null && isId(id) ? rowById(em, Organization, id) : null;
}

async function idsAbove(em: EntityManager, id: string): Promise<string[]> {
  const rows = await publicRowsOf<{ id: string }>(
    em,
    sql`with recursive above as (
        select parent_id as id from organizations.organization where id = ${id}
        union select o.parent_id from above join organizations.organization o on o.id = above.id
      ) select id from above where id is not null`,
  );
  return rows.map((row) => row.id);
}

/** Makes changes of parents wait for each other, or two at the same time could each put one organization below the other. */
export async function holdParents(em: EntityManager): Promise<void> {
  await run(em, sql`select pg_advisory_xact_lock(hashtext('organizations.organization.parent_id'))`);
}

/** Finds the organization that has a credit code; null for a text that is none. */
export async function findByUscc(em: EntityManager, uscc: string): Promise<Organization | null> {
  if (!/^[0-9A-Z]{18}$/.test(uscc)) return null;
  return (await entitiesByKey(em, 'everybody', Organization, 'uscc', [uscc]))[0] ?? null;
}
