import type { EntityManager } from '@mikro-orm/postgresql';
import { areaRange } from '#shared/area-code.js';
import { type Page, pageOf } from '#shared/connection.js';
import { EntityTable, type Needs } from '#shared/database/entity-table.js';
import { plainArray } from '#shared/database/plain-array.js';
import { countRows } from '#shared/database/list-page.js';
import { entitiesOf, publicRowsOf } from '#shared/database/rows.js';
import { allOf, always, raw, type Sql, sql } from '#shared/database/sql.js';
import { containsText } from '#shared/database/text.js';
import type { PageRequest, Place } from '#shared/page.js';
import { today } from '#shared/today.js';
import type { OrganizationsContext } from '../context.js';
import { Organization } from './organization.entity.js';
import { type OrganizationFilter, OrganizationOrder } from './organization.input.js';

interface Order {
  /** A column of `row`, or the expression that an index of this order is built on. */
  by: Sql;
  type: Sql;
  keyOf(organization: Organization): string;
}

const orders: Record<OrganizationOrder, Order> = {
  [OrganizationOrder.CREATED_AT]: {
    by: raw('row.created_at'),
    type: raw('timestamptz'),
    keyOf: ({ createdAt }) => createdAt.toISOString(),
  },
  [OrganizationOrder.NAME]: {
    by: raw('row.name collate "C"'),
    type: raw('text'),
    keyOf: ({ name }) => name,
  },
  [OrganizationOrder.FOUNDED_ON]: {
    by: raw(`coalesce(row.founded_on, 'infinity')`),
    type: raw('date'),
    keyOf: ({ foundedOn }) => foundedOn ?? 'infinity',
  },
};

/** What fields of an organization need that are no columns; its warnings need everything. */
const needs: Needs<Organization> = {
  area: ['areaCode'],
  awards: [],
  children: [],
  compliance: [],
  fiscalHost: ['fiscalHostId'],
  incubations: [],
  managedBy: ['registrationStatus'],
  parent: ['parentId'],
  projects: [],
  rating: [],
  ratings: [],
  registrationEvents: [],
};

/** Finds organizations that fulfil a filter, one page in a stable order. */
export async function searchOrganizations(
  { em, fields }: Pick<OrganizationsContext, 'em' | 'fields'>,
  page: PageRequest,
  filter: OrganizationFilter,
  orderBy: OrganizationOrder,
  without: readonly string[] = [],
): Promise<Page<Organization>> {
  const excluded = without.length === 0 ? always : sql`row.id <> all(${plainArray(without)}::uuid[])`;
  const { keyOf } = orders[orderBy];
  const find =
    orderBy === OrganizationOrder.CREATED_AT && filter.area ? listedIn(filter.area) : ordered(orderBy);
  const table = EntityTable.of(em, Organization);
  // In other orders a cursor is made of other columns.
  const isByCreation = orderBy === OrganizationOrder.CREATED_AT;
  const selection = isByCreation ? table.shown(fields, needs) : table.whole;
  const found = await entitiesOf(
    em,
    'everybody',
    selection,
    find(selection.selected, page, filter, excluded),
  );
  const placeOf = (organization: Organization): Place => ({ key: keyOf(organization), id: organization.id });
  const counted = () => countRows(em, 'everybody', Organization, allOf([...conditionsOf(filter), excluded]));
  const total = () => (without.length === 0 && isKept(filter) ? countKept(em, filter) : counted());
  return pageOf(found, page, { order: orderBy, placeOf, total });
}

/** Counts the organizations that fulfil a filter: all of them from kept totals where these know, or those among some. */
export function countOrganizations(
  em: EntityManager,
  filter: OrganizationFilter,
  among: readonly string[] | null = null,
): Promise<number> {
  if (among === null && isKept(filter)) return countKept(em, filter);
  const wanted = among === null ? always : sql`row.id = any(${plainArray(among)}::uuid[])`;
  return countRows(em, 'everybody', Organization, allOf([wanted, ...conditionsOf(filter)]));
}

/** Writes the statement of a page. */
type PageStatement = (selected: Sql, page: PageRequest, filter: OrganizationFilter, excluded: Sql) => Sql;

/** Walks the index of an order until the page is full. */
function ordered(orderBy: OrganizationOrder): PageStatement {
  const { by, type } = orders[orderBy];
  return (selected, { after, first }, filter, excluded) => {
    const behind =
      after === null ? always : sql`(${by}, row.id) > (${after.key}::${type}, ${after.id}::uuid)`;
    return sql`select ${selected} from organizations.organization as row where ${allOf([...conditionsOf(filter), excluded, behind])}
      order by ${by}, row.id limit ${first + 1}`;
  };
}

/** Walks the list of an area, oldest record first: a small area among many organizations costs no more than a large one. */
function listedIn(area: string): PageStatement {
  return (selected, { after, first }, { kind, registrationStatus, ...filter }, excluded) => {
    const listed = [sql`place.area_code = ${area}`];
    if (kind) listed.push(sql`place.kind = any(${kind}::text[])`);
    if (registrationStatus) listed.push(sql`place.registration_status = any(${registrationStatus}::text[])`);
    if (after !== null) {
      const behind = sql`(place.created_at, place.organization_id) > (${after.key}::timestamptz, ${after.id}::uuid)`;
      listed.push(behind);
    }
    const inOrder = sql`order by place.created_at, place.organization_id`;
    const rest = [...conditionsOf({ ...filter, area: null }), ...(excluded === always ? [] : [excluded])];
    // Where the list alone decides, it decides before rows are fetched.
    const places =
      rest.length > 0
        ? sql`organizations.organization_area`
        : sql`(select * from organizations.organization_area as place where ${allOf(listed)} ${inOrder} limit ${first + 1})`;
    const wanted = allOf(rest.length > 0 ? [...listed, ...rest] : []);
    return sql`select ${selected} from ${places} as place join organizations.organization as row on row.id = place.organization_id
      where ${wanted} ${inOrder} limit ${first + 1}`;
  };
}

function conditionsOf({
  area,
  kind,
  registrationStatus,
  incubationStatus,
  rating,
  text,
}: OrganizationFilter): Sql[] {
  const conditions: Sql[] = [];
  if (area) conditions.push(inArea(area));
  if (kind) conditions.push(sql`row.kind = any(${kind}::text[])`);
  if (registrationStatus) conditions.push(sql`row.registration_status = any(${registrationStatus}::text[])`);
  if (incubationStatus) conditions.push(sql`row.incubation_status = any(${incubationStatus}::text[])`);
  if (rating) {
    conditions.push(sql`exists (select from organizations.rating_period r where r.organization_id = row.id
      and r.grade = any(${rating}::text[]) and r.valid_to > ${today()}::date and r.valid_from =
        (select max(l.valid_from) from organizations.rating_period l
          where l.organization_id = row.id and l.valid_from <= ${today()}::date))`);
  }
  if (text) {
    const pattern = containsText(text);
    conditions.push(
      sql`(row.name ilike ${pattern} or row.name_en ilike ${pattern} or row.uscc = ${text.trim().toUpperCase()})`,
    );
  }
  return conditions;
}

/** In the area or below it, or shared by such an area (R-DIV-06). */
function inArea(area: string): Sql {
  const { from, to } = areaRange(area);
  return sql`(row.area_code >= ${from} and row.area_code < ${to} or row.jurisdictions <> '{}'
    and exists (select from unnest(row.jurisdictions) as member
      where member collate "C" >= ${from} and member collate "C" < ${to}))`;
}

/** Whether the kept totals answer how many organizations fulfil the filter. */
function isKept({ incubationStatus, rating, text }: OrganizationFilter): boolean {
  return !incubationStatus && !rating && !text;
}

async function countKept(
  em: EntityManager,
  { area, kind, registrationStatus }: OrganizationFilter,
): Promise<number> {
  const rows = await publicRowsOf<{ count: number }>(
    em,
    sql`select coalesce(sum(organizations), 0)::int as count from organizations.organization_total
    where area_code = ${area ?? ''}
      and ${kind ? sql`kind = any(${kind}::text[])` : always}
      and ${registrationStatus ? sql`registration_status = any(${registrationStatus}::text[])` : always}`,
  );
  return rows[0]?.count ?? 0;
}
