import type { EntityManager } from '@mikro-orm/postgresql';
import { type Page, pageOf } from '#shared/connection.js';
import { EntityTable, type Needs } from '#shared/database/entity-table.js';
import { entitiesByKey, publicRowsOf } from '#shared/database/rows.js';
import { always, sql } from '#shared/database/sql.js';
import type { FieldsAsked } from '#shared/fields-asked.js';
import { byArguments, eachInOrder, Loader, manyByKey, oneByKey } from '#shared/loader.js';
import type { PageRequest } from '#shared/page.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { Partner } from './partner.entity.js';

/** What fields of a partner need that are no columns. */
const needs: Needs<Partner> = {
  agreements: [],
  linkedOrganizations: [],
  mayFundraise: [],
  qualifications: [],
  resourceLinks: [],
  resources: [],
  warnings: ['uscc', 'kind'],
};

/** The columns of a partner that an operation shows. */
export const shownPartner = (em: EntityManager, fields: FieldsAsked) =>
  EntityTable.of(em, Partner).shown(fields, needs);

/** Batched reads of partners, with what the operation shows of them. */
export function partnerLoaders(em: EntityManager, fields: FieldsAsked) {
  return {
    partnerById: oneByKey<Partner>(
      (ids) => entitiesByKey(em, 'everybody', Partner, 'id', ids, undefined, shownPartner(em, fields)),
      ({ id }) => id,
    ),
    partnerIdsByOrganization: manyByKey(
      (ids) => listPartners(em, ids),
      ({ organization }) => organization,
    ),
    organizationsByPartner: byArguments((page: PageRequest) => linkedOrganizations(em, page)),
  };
}

/** An organization has a handful of partners; the bound keeps a list without pages from growing. */
const partnersMax = 1_000;

function listPartners(
  em: EntityManager,
  organizations: readonly string[],
): Promise<{ organization: string; id: string }[]> {
  return publicRowsOf(
    em,
    sql`select organization.id as organization, linked.id from unnest(${organizations}::uuid[]) as organization(id)
    cross join lateral (
      select distinct partner_id as id from partners.resource_link
      where organization_id = organization.id and status = 'ACTIVE' order by 1 limit ${partnersMax}
    ) linked`,
  );
}

/** Pages of the organizations that a partner has an ACTIVE link with, by id. */
function linkedOrganizations(em: EntityManager, page: PageRequest): Loader<Page<OrganizationStub>> {
  const totals = eachInOrder((partners) => countOrganizations(em, partners));
  return new Loader(async (partners) => {
    const behind = page.after === null ? always : sql`organization_id > ${page.after.id}::uuid`;
    const rows = await publicRowsOf<{ partner: string; id: string }>(
      em,
      sql`select partner.id as partner, linked.id from unnest(${partners}::uuid[]) as partner(id)
      cross join lateral (
        select distinct organization_id as id from partners.resource_link
        where partner_id = partner.id and status = 'ACTIVE' and ${behind} order by 1 limit ${page.first + 1}
      ) linked`,
    );
    const found = Map.groupBy(rows, ({ partner }) => partner);
    return (partner) => {
      const stubs = (found.get(partner) ?? []).map(({ id }) => Object.assign(new OrganizationStub(), { id }));
      return pageOf(stubs, page, {
        order: 'ID',
        placeOf: ({ id }) => ({ key: '', id }),
        total: () => totals.load(partner),
      });
    };
  });
}

async function countOrganizations(em: EntityManager, partners: readonly string[]): Promise<number[]> {
  const rows = await publicRowsOf<{ partner: string; count: number }>(
    em,
    sql`select partner_id as partner, count(distinct organization_id)::int as count from partners.resource_link
    where partner_id = any(${partners}::uuid[]) and status = 'ACTIVE' group by 1`,
  );
  const counts = new Map(rows.map(({ partner, count }) => [partner, count]));
  return partners.map((partner) => counts.get(partner) ?? 0);
}
