import { type FilterQuery, raw, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { areaRange } from '#shared/area-code.js';
import { type Page, pageOf } from '#shared/connection.js';
import { behindPlace } from '#shared/database/keyset.js';
import { containsText } from '#shared/database/text.js';
import type { PageRequest, Place } from '#shared/page.js';
import { today } from '#shared/today.js';
import { Organization } from './organization.entity.js';
import { type OrganizationFilter, OrganizationOrder } from './organization.input.js';

interface Order {
  /** A column, or the expression that an index of this order is built on. */
  by: string;
  keyOf(organization: Organization): string;
}

const orders: Record<OrganizationOrder, Order> = {
  [OrganizationOrder.CREATED_AT]: { by: 'createdAt', keyOf: ({ createdAt }) => createdAt.toISOString() },
  [OrganizationOrder.NAME]: { by: `name collate "C"`, keyOf: ({ name }) => name },
  [OrganizationOrder.FOUNDED_ON]: {
    by: `coalesce(founded_on, 'infinity')`,
    keyOf: ({ foundedOn }) => foundedOn ?? 'infinity',
  },
};

/** Finds organizations that fulfil a filter, one page in a stable order. */
export async function searchOrganizations(
  em: EntityManager,
  page: PageRequest,
  filter: OrganizationFilter,
  orderBy: OrganizationOrder,
  without: readonly string[] = [],
): Promise<Page<Organization>> {
  const conditions = conditionsOf(filter);
  if (without.length > 0)
    conditions.push({ [raw((alias) => `${alias}.id <> all(?::uuid[])`, [arrayOf(without)])]: [] });
  const { by, keyOf } = orders[orderBy];
  const field = by === 'createdAt' ? by : raw(by);
  const found = await em.find(
    Organization,
    { $and: [...conditions, behindPlace(field as string, page.after)] } as FilterQuery<Organization>,
    { orderBy: [{ [field]: 'asc' }, { id: 'asc' }], limit: page.first + 1 },
  );
  const placeOf = (organization: Organization): Place => ({ key: keyOf(organization), id: organization.id });
  const counted = () => em.count(Organization, { $and: conditions } as FilterQuery<Organization>);
  const total = () => (without.length === 0 && isKept(filter) ? countKept(em, filter) : counted());
  return pageOf(found, page, { order: orderBy, placeOf, total });
}

function conditionsOf({
  area,
  kind,
  registrationStatus,
  incubationStatus,
  rating,
  text,
}: OrganizationFilter): FilterQuery<Organization>[] {
  const conditions: FilterQuery<Organization>[] = [];
  if (area) conditions.push(inArea(area));
  if (kind) conditions.push({ kind: { $in: kind } });
  if (registrationStatus) conditions.push({ registrationStatus: { $in: registrationStatus } });
  if (incubationStatus) conditions.push({ incubationStatus: { $in: incubationStatus } });
  if (rating) {
    const inForce = (
      alias: string,
    ) => `exists (select from organizations.rating_period r where r.organization_id = ${alias}.id
      and r.grade = any(?::text[]) and r.valid_to > ? and r.valid_from =
        (select max(l.valid_from) from organizations.rating_period l where l.organization_id = ${alias}.id and l.valid_from <= ?))`;
    conditions.push({ [raw(inForce, [arrayOf(rating), today(), today()])]: [] });
  }
  if (text) {
    const contains = containsText(text);
    conditions.push({ $or: [{ name: contains }, { nameEn: contains }, { uscc: text.trim().toUpperCase() }] });
  }
  return conditions;
}

/** In the area or below it, or shared by such an area (R-DIV-06). */
function inArea(area: string): FilterQuery<Organization> {
  const { from, to } = areaRange(area);
  const shared = (
    alias: string,
  ) => `(${alias}.jurisdictions <> '{}' and exists (select from unnest(${alias}.jurisdictions) as member
    where member collate "C" >= ? and member collate "C" < ?))`;
  return { $or: [{ areaCode: { $gte: from, $lt: to } }, { [raw(shared, [from, to])]: [] }] };
}

/** Whether the kept totals answer how many organizations fulfil the filter. */
function isKept({ incubationStatus, rating, text }: OrganizationFilter): boolean {
  return !incubationStatus && !rating && !text;
}

async function countKept(
  em: EntityManager,
  { area, kind, registrationStatus }: OrganizationFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(organizations), 0)::int as count from organizations.organization_total
    where area_code = ${area ?? ''}
      and ${kind ? sql`kind = any(${kind})` : sql`true`}
      and ${registrationStatus ? sql`registration_status = any(${registrationStatus})` : sql`true`}
  `.execute(em.getKysely());
  return rows[0]?.count ?? 0;
}

/** Writes a list of ids or enum values as one array parameter: the ORM would spread it into one parameter each. */
const arrayOf = (values: readonly string[]): string => `{${values.join(',')}}`;
