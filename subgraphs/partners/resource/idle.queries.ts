import type { EntityManager } from '@mikro-orm/postgresql';
import { addDays } from '#shared/calendar.js';
import { type Page, pageOf } from '#shared/connection.js';
import { EntityTable } from '#shared/database/entity-table.js';
import { rowsFor, rowsOf } from '#shared/database/rows.js';
import { always, type Sql, sql } from '#shared/database/sql.js';
import { badInput } from '#shared/errors.js';
import type { PageRequest } from '#shared/page.js';
import { today } from '#shared/today.js';
import { Resource } from './resource.entity.js';
import { resourceCondition } from './resource.queries.js';

/** The days before today that are looked at. */
const windowDays = 90;
/** What has not been offered for so long has had no time to be found. */
const youngDays = 30;
/** Below this share of what was offered, a resource lies idle. */
const idleBelow = '0.2';

/** Order of idle resources, by what lay idle; a cursor of it holds days as a decimal number. */
export const idleOrder = 'IDLE_DAYS';

/**
 * Finds resources that lie idle, most idle first. Costs one pass over the published resources and over the changes of the last 90 days
 * that a trigger keeps of links, not over links.
 */
export async function searchIdleResources(
  em: EntityManager,
  page: PageRequest,
  area: string | null,
): Promise<Page<Resource>> {
  const { whole } = EntityTable.of(em, Resource);
  const idle = idleResources(resourceCondition({ area, availableOn: today() }));
  const rows = await rowsFor(
    em,
    'viewer',
    sql`${idle} select ${whole.selected}, idle.days::text from idle join partners.resource as row on row.id = idle.id
      where ${behind(page)} order by idle.days desc, row.id limit ${page.first + 1}`,
  );
  const days = new Map<Resource, string>();
  const found = rows.map((row) => {
    const resource = whole.entityOf(row);
    days.set(resource, row[whole.width] as string);
    return resource;
  });
  return pageOf(found, page, {
    order: idleOrder,
    placeOf: (resource) => ({ key: days.get(resource) as string, id: resource.id }),
    total: async () => {
      const [counted] = await rowsOf<{ count: number }>(
        em,
        sql`${idle} select count(*)::int as count from idle`,
      );
      return counted?.count ?? 0;
    },
  });
}

/** Finds which of some resources lie idle. Costs one statement for all of them: a read of each, and one pass over the changes of the last 90 days. */
export async function idleAmong(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const condition = sql`row.id = any(${ids}::uuid[]) and ${resourceCondition({ availableOn: today() })}`;
  const idle = idleResources(condition, sql`resource_id = any(${ids}::uuid[])`);
  return (await rowsFor(em, 'viewer', sql`${idle} select id::text from idle`)).map(([id]) => id as string);
}

/**
 * The resources that fulfil a condition and lie idle, with what was used in the window: on each of its days the quantities of the links that were ACTIVE, which is what is ACTIVE now less what
 * changed since that day.
 */
function idleResources(condition: Sql, uses: Sql = always): Sql {
  const day = today();
  const from = addDays(day, -windowDays);
  return sql`with used as (
      select resource_id as id, sum(case when day = date '0001-01-01' then change * ${windowDays}::int else -change * (day - ${from}::date) end) as quantity_days
      from partners.resource_use where (day = date '0001-01-01' or day > ${from}::date) and ${uses} group by 1
    ), offered as (
      select row.id, row.capacity, coalesce(used.quantity_days, 0) as quantity_days,
        ${day}::date - greatest(${from}::date, (row.published_at at time zone 'Asia/Shanghai')::date, row.available_from) as days
      from partners.resource as row left join used using (id)
      where row.status = 'PUBLISHED' and ${condition}
    ), idle as (
      select id, round(days - quantity_days / capacity, 3) as days from offered
      where days >= ${youngDays} and quantity_days < ${idleBelow}::numeric * capacity * days
    )`;
}

function behind({ after }: PageRequest): Sql {
  if (after === null) return always;
  if (!/^\d{1,2}(\.\d{1,3})?$/.test(after.key))
    throw badInput(
      'after',
      after.key,
      `a cursor that this connection gave in the order ${idleOrder} is expected`,
    );
  return sql`(idle.days < ${after.key}::numeric or idle.days = ${after.key}::numeric and row.id > ${after.id}::uuid)`;
}
