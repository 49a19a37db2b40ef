import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey, publicRowsOf } from '#shared/database/rows.js';
import { run } from '#shared/database/run.js';
import { sql } from '#shared/database/sql.js';
import { isId } from '#shared/id.js';
import { type UnknownReference, unknownReference } from '#shared/problem.js';
import { today } from '#shared/today.js';
import { findAreas } from '../area/area.queries.js';
import { Organization } from './organization.entity.js';
import type { OrganizationDraft, Surroundings } from './organization.rules.js';

/** What drafts of a page name, read at once. */
type Named = ReadonlyMap<string, Organization>;

/** Reads what a draft names; yields the reference that leads nowhere instead, when there is one. */
export async function surroundingsOf(
  em: EntityManager,
  draft: OrganizationDraft,
): Promise<Surroundings | UnknownReference> {
  const [found] = await surroundingsOfAll(em, [draft]);
  return found as Surroundings | UnknownReference;
}

/** Reads what drafts name, in as many statements as for one of them. */
export async function surroundingsOfAll(
  em: EntityManager,
  drafts: readonly OrganizationDraft[],
): Promise<(Surroundings | UnknownReference)[]> {
  const named = await findNamed(em, drafts);
  const parents = drafts.flatMap(({ parentId }) => organizationOf(named, parentId)?.id ?? []);
  const above = await idsAbove(em, parents);
  const areas = await findAreas(em, [
    ...new Set(drafts.flatMap(({ areaCode, jurisdictions }) => [areaCode, ...jurisdictions])),
  ]);
  return drafts.map(({ parentId, fiscalHostId }) => {
    const parent = organizationOf(named, parentId);
    if (parentId !== null && parent === null) return unknownReference('parentId', parentId);
    const fiscalHost = organizationOf(named, fiscalHostId);
    if (fiscalHostId !== null && fiscalHost === null) return unknownReference('fiscalHostId', fiscalHostId);
    const aboveParent = (parent && above.get(parent.id)) ?? [];
    return { areas, parent, aboveParent, fiscalHost, today: today() };
  });
}

async function findNamed(em: EntityManager, drafts: readonly OrganizationDraft[]): Promise<Named> {
  const ids = new Set(drafts.flatMap(({ parentId, fiscalHostId }) => [parentId, fiscalHostId]));
  const wanted = [...ids].filter((id) => id !== null && isId(id)) as string[];
  if (wanted.length === 0) return new Map();
  const found = await entitiesByKey(em, 'everybody', Organization, 'id', wanted);
  return new Map(found.map((organization) => [organization.id, organization]));
}

const organizationOf = (named: Named, id: string | null): Organization | null =>
  id === null ? null : (named.get(id.toLowerCase()) ?? null);

/** Lists for each of some organizations the ids of everything above it. */
export async function idsAbove(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await publicRowsOf<{ below: string; id: string }>(
    em,
    sql`with recursive above as (
        select id as below, parent_id as id from organizations.organization where id = any(${[...new Set(ids)]}::uuid[])
        union select a.below, o.parent_id from above a join organizations.organization o on o.id = a.id
      ) select below, id from above where id is not null`,
  );
  const found = Map.groupBy(rows, ({ below }) => below);
  return new Map([...found].map(([below, list]) => [below, list.map(({ id }) => id)]));
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
