import type { EntityManager } from '@mikro-orm/postgresql';
import { areaRange } from '#shared/area-code.js';
import type { Page } from '#shared/connection.js';
import { pageByCreation } from '#shared/database/list-page.js';
import { entitiesByKey, entitiesWhere, publicRowsOf } from '#shared/database/rows.js';
import { allOf, always, type Sql, sql } from '#shared/database/sql.js';
import { withinArea } from '#shared/database/within-area.js';
import { checkedId } from '#shared/id.js';
import type { PageRequest } from '#shared/page.js';
import type { Days } from '#shared/period.js';
import { today } from '#shared/today.js';
import { isLateOn } from './incubation.clock.js';
import { Incubation, type IncubationStage, StageEvent } from './incubation.entity.js';
import type { IncubationArgs } from './incubation.input.js';
import { currentStages, type FunnelCell } from './incubation.stages.js';

/** Finds the incubations that fulfil every condition given, oldest first. */
export function searchIncubations(
  em: EntityManager,
  page: PageRequest,
  { stage, area, base, overdue }: Omit<IncubationArgs, 'first' | 'after'>,
): Promise<Page<Incubation>> {
  const conditions: Sql[] = [withinArea(area)];
  if (stage != null) conditions.push(sql`row.stage = any(${stage}::text[])`);
  if (base != null) conditions.push(sql`row.base_id = ${checkedId('base', base)}::uuid`);
  if (overdue != null) conditions.push(sql`(${isLateOn(today())}) = ${overdue}::boolean`);
  return pageByCreation(em, 'everybody', Incubation, page, allOf(conditions));
}

/** Finds the incubation of an organization that is not over (R-INC-06); null when there is none. */
export async function findOpenIncubation(
  em: EntityManager,
  organizationId: string,
): Promise<Incubation | null> {
  const [open] = await entitiesWhere(
    em,
    'everybody',
    Incubation,
    sql`row.organization_id = ${organizationId}
      and row.stage not in ('GRADUATED', 'ALUMNI', 'REJECTED', 'WITHDRAWN', 'EXITED')`,
  );
  return open ?? null;
}

/** Lists the bases at which any incubation is current. */
export async function listBases(em: EntityManager): Promise<string[]> {
  const rows = await publicRowsOf<{ id: string }>(
    em,
    sql`select distinct base_id as id from organizations.incubation where stage = any(${[...currentStages]}::text[])`,
  );
  return rows.map(({ id }) => id);
}

/** Lists the organizations whose current incubation is at one of some bases. */
export async function listIncubated(em: EntityManager, bases: readonly string[]): Promise<string[]> {
  const rows = await publicRowsOf<{ id: string }>(
    em,
    sql`select organization_id as id from organizations.incubation
      where base_id = any(${bases}::uuid[]) and stage = any(${[...currentStages]}::text[])`,
  );
  return rows.map(({ id }) => id);
}

/** Reads the history of an incubation, oldest first, as a transaction that holds it sees it. */
export function historyOf(em: EntityManager, incubationId: string): Promise<StageEvent[]> {
  return entitiesByKey(em, 'everybody', StageEvent, 'incubationId', [incubationId], 'row.position');
}

/** Counts an area's cohort by how far it got and where it stands: kept totals since ever, or the rows of a period. */
export function countCohorts(
  em: EntityManager,
  codes: readonly string[],
  days: Days | null,
): Promise<(FunnelCell & { areaCode: string })[]> {
  const counted =
    days === null
      ? sql`select area_code as "areaCode", furthest::int as furthest, stage, incubations::int as count
          from organizations.incubation_total where area_code = any(${codes}::text[])`
      : sql`select area."areaCode", i.furthest::int as furthest, i.stage, count(*)::int as count
          from ${areasAs(codes)} join organizations.incubation i on i.area_code >= area.low and i.area_code < area.high
          where i.applied_on >= ${days.from} and i.applied_on < ${days.to} group by 1, 2, 3`;
  return publicRowsOf(em, counted);
}

/** Yields the median days of finished stays per area and stage. */
export function medianStays(
  em: EntityManager,
  codes: readonly string[],
  days: Days | null,
): Promise<{ areaCode: string; stage: IncubationStage; days: number }[]> {
  const cohort = days === null ? always : sql`i.applied_on >= ${days.from} and i.applied_on < ${days.to}`;
  return publicRowsOf(
    em,
    sql`select area."areaCode", entered.to_stage as stage,
      (percentile_cont(0.5) within group (order by extract(epoch from gone.at - entered.at) / 86400))::float8 as days
    from ${areasAs(codes)} join organizations.incubation i on i.area_code >= area.low and i.area_code < area.high
    join organizations.stage_event entered on entered.incubation_id = i.id
    join organizations.stage_event gone on gone.incubation_id = i.id and gone.position = entered.position + 1
    where ${cohort} group by 1, 2`,
  );
}

function areasAs(codes: readonly string[]) {
  const ranges = codes.map((code) => areaRange(code));
  return sql`unnest(${codes}::text[], ${ranges.map(({ from }) => from)}::text[], ${ranges.map(({ to }) => to)}::text[])
    as area("areaCode", low, high)`;
}
