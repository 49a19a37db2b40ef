import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { areaRange } from '#shared/area-code.js';
import { type Page, pageOf, placeByCreation } from '#shared/connection.js';
import { behindPlace } from '#shared/database/keyset.js';
import { entityOf, rowsOf } from '#shared/database/rows.js';
import type { PageRequest } from '#shared/page.js';
import type { Days } from '#shared/period.js';
import { Incubation, type IncubationStage, StageEvent } from './incubation.entity.js';
import type { FunnelCell } from './incubation.stages.js';

/** Finds incubations, oldest first, in any of the stages (all when none is given). */
export async function searchIncubations(
  em: EntityManager,
  page: PageRequest,
  stages: readonly IncubationStage[] | null,
): Promise<Page<Incubation>> {
  const filter: FilterQuery<Incubation> = stages === null ? {} : { stage: { $in: [...stages] } };
  const found = await em.find(
    Incubation,
    { $and: [filter, behindPlace('createdAt', page.after)] },
    { orderBy: { createdAt: 'asc', id: 'asc' }, limit: page.first + 1 },
  );
  return pageOf(found, page, {
    order: 'CREATED_AT',
    placeOf: placeByCreation,
    total: () => em.count(Incubation, filter),
  });
}

/** Finds the incubation of an organization that is not over (R-INC-06); null when there is none. */
export async function findOpenIncubation(
  em: EntityManager,
  organizationId: string,
): Promise<Incubation | null> {
  const [row] = await rowsOf<object>(
    em,
    sql`select * from organizations.incubation where organization_id = ${organizationId}
      and stage not in ('GRADUATED', 'ALUMNI', 'REJECTED', 'WITHDRAWN', 'EXITED')`,
  );
  return row ? entityOf(em, Incubation, row) : null;
}

/** Reads the history of an incubation, oldest first, as a transaction that holds it sees it. */
export async function historyOf(em: EntityManager, incubationId: string): Promise<StageEvent[]> {
  const rows = await rowsOf<object>(
    em,
    sql`select * from organizations.stage_event where incubation_id = ${incubationId} order by position`,
  );
  return rows.map((row) => entityOf(em, StageEvent, row));
}

/** Counts an area's cohort by how far it got and where it stands: kept totals since ever, or the rows of a period. */
export async function countCohorts(
  em: EntityManager,
  codes: readonly string[],
  days: Days | null,
): Promise<(FunnelCell & { areaCode: string })[]> {
  const counted =
    days === null
      ? sql`select area_code as "areaCode", furthest::int as furthest, stage, incubations::int as count
          from organizations.incubation_total where area_code = any(${codes})`
      : sql`select area."areaCode", i.furthest::int as furthest, i.stage, count(*)::int as count
          from ${areasAs(codes)} join organizations.incubation i on i.area_code >= area.low and i.area_code < area.high
          where i.applied_on >= ${days.from} and i.applied_on < ${days.to} group by 1, 2, 3`;
  const { rows } = await sql<FunnelCell & { areaCode: string }>`${counted}`.execute(em.getKysely());
  return rows;
}

/** Yields the median days of finished stays per area and stage. */
export async function medianStays(
  em: EntityManager,
  codes: readonly string[],
  days: Days | null,
): Promise<{ areaCode: string; stage: IncubationStage; days: number }[]> {
  const cohort = days === null ? sql`true` : sql`i.applied_on >= ${days.from} and i.applied_on < ${days.to}`;
  const { rows } = await sql<{ areaCode: string; stage: IncubationStage; days: number }>`
    select area."areaCode", entered.to_stage as stage,
      (percentile_cont(0.5) within group (order by extract(epoch from gone.at - entered.at) / 86400))::float8 as days
    from ${areasAs(codes)} join organizations.incubation i on i.area_code >= area.low and i.area_code < area.high
    join organizations.stage_event entered on entered.incubation_id = i.id
    join organizations.stage_event gone on gone.incubation_id = i.id and gone.position = entered.position + 1
    where ${cohort} group by 1, 2
  `.execute(em.getKysely());
  return rows;
}

function areasAs(codes: readonly string[]) {
  const ranges = codes.map((code) => areaRange(code));
  return sql`unnest(${codes}::text[], ${ranges.map(({ from }) => from)}::text[], ${ranges.map(({ to }) => to)}::text[])
    as area("areaCode", low, high)`;
}
