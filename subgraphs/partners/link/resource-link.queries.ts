import type { EntityManager } from '@mikro-orm/postgresql';
import { areaRange } from '#shared/area-code.js';
import type { Page } from '#shared/connection.js';
import { plainArray } from '#shared/database/plain-array.js';
import { pageByCreation } from '#shared/database/list-page.js';
import { publicRowsOf } from '#shared/database/rows.js';
import { allOf, always, type Sql, sql } from '#shared/database/sql.js';
import type { PageRequest } from '#shared/page.js';
import { today } from '#shared/today.js';
import { PartnerKind } from '../partner/partner.entity.js';
import { ResourceCategory } from '../resource/resource.entity.js';
import { ResourceLink, ResourceLinkStatus } from './resource-link.entity.js';
import type { ResourceLinkFilter } from './resource-link.input.js';
import type { LinkFlow, LinkSummary } from './resource-link.result.js';

/** Finds links that fulfil a filter, oldest first. */
export function searchResourceLinks(
  em: EntityManager,
  page: PageRequest,
  filter: ResourceLinkFilter,
): Promise<Page<ResourceLink>> {
  return pageByCreation(em, 'everybody', ResourceLink, page, linkCondition(filter));
}

/** Writes a filter as a condition on `row`. */
export function linkCondition({ status, category, partnerKind, validOn }: ResourceLinkFilter): Sql {
  const conditions: Sql[] = [];
  if (status) conditions.push(sql`row.status = any(${status}::text[])`);
  if (category) conditions.push(sql`row.category = any(${category}::text[])`);
  if (partnerKind) conditions.push(sql`row.partner_kind = any(${partnerKind}::text[])`);
  if (validOn) {
    conditions.push(
      sql`coalesce(row.starts_on <= ${validOn}::date, true) and coalesce(row.ends_on > ${validOn}::date, true)`,
    );
  }
  return allOf(conditions);
}

interface LinkTotal {
  areaCode: string;
  status: ResourceLinkStatus;
  category: ResourceCategory;
  partnerKind: PartnerKind;
  links: number;
  organizations: number;
  partners: number;
}

/** Reads the link summaries of areas from the kept totals, in the order of the codes. */
export async function sumLinks(em: EntityManager, codes: readonly string[]): Promise<LinkSummary[]> {
  const rows = await publicRowsOf<LinkTotal>(
    em,
    sql`select t.area_code as "areaCode", t.status, t.category, t.partner_kind as "partnerKind", t.links::int as links,
      coalesce(p.organizations, 0)::int as organizations, coalesce(p.partners, 0)::int as partners
    from partners.link_total t left join partners.link_party_total p using (area_code)
    where t.area_code = any(${codes}::text[]) and t.status in ('ACTIVE', 'FULFILLED') and t.links <> 0`,
  );
  const byArea = Map.groupBy(rows, ({ areaCode }) => areaCode);
  return codes.map((code) => summaryOf(byArea.get(code) ?? []));
}

const kinds = Object.values(PartnerKind);
const categories = Object.values(ResourceCategory);
/** As the enums are written. */
const orderOf = ({ partnerKind, category }: Pick<LinkFlow, 'partnerKind' | 'category'>) =>
  kinds.indexOf(partnerKind) * categories.length + categories.indexOf(category);

function summaryOf(totals: readonly LinkTotal[]): LinkSummary {
  const sum = (some: readonly LinkTotal[]) => some.reduce((total, { links }) => total + links, 0);
  const active = totals.filter(({ status }) => status === ResourceLinkStatus.ACTIVE);
  const countsBy = <K extends string>(values: K[], of: (total: LinkTotal) => K) =>
    values
      .map((value) => ({ value, count: sum(active.filter((total) => of(total) === value)) }))
      .filter(({ count }) => count > 0);
  return {
    active: sum(active),
    fulfilled: sum(totals) - sum(active),
    organizationsLinked: totals[0]?.organizations ?? 0,
    partnersLinked: totals[0]?.partners ?? 0,
    byCategory: countsBy(categories, ({ category }) => category).map(({ value, count }) => ({
      category: value,
      count,
    })),
    byPartnerKind: countsBy(kinds, ({ partnerKind }) => partnerKind).map(({ value, count }) => ({
      kind: value,
      count,
    })),
    flows: active
      .map(({ partnerKind, category, links }) => ({ partnerKind, category, count: links }))
      .sort((one, other) => orderOf(one) - orderOf(other)),
  };
}

/** Whom to look for: a kind of partners, an area of the organizations (all when null), and perhaps these organizations alone. */
export interface LinkedSought {
  partnerKind: PartnerKind;
  area: string | null;
  among: readonly string[] | null;
}

/** Lists the organizations that have an edge valid today with a partner of a kind: an ACTIVE link, or an agreement. */
export async function listLinkedOrganizations(
  em: EntityManager,
  { partnerKind, area, among }: LinkedSought,
): Promise<string[]> {
  const { from, to } = area === null ? { from: '0', to: ':' } : areaRange(area);
  const day = today();
  const wanted = among === null ? always : sql`organization_id = any(${plainArray(among)}::uuid[])`;
  // An agreement does not say where its organization is; whoever asks for an area looks that up anyway.
  const rows = await publicRowsOf<{ id: string }>(
    em,
    sql`select organization_id as id from partners.resource_link
      where status = 'ACTIVE' and partner_kind = ${partnerKind} and area_code >= ${from} and area_code < ${to} and ${wanted}
        and coalesce(starts_on <= ${day}::date, true) and coalesce(ends_on > ${day}::date, true)
    union select a.organization_id from partners.cooperation_agreement a join partners.partner p on p.id = a.partner_id
      where p.kind = ${partnerKind} and a.organization_id is not null and ${wanted}
        and coalesce(a.valid_from <= ${day}::date, true) and coalesce(a.valid_to > ${day}::date, true)`,
  );
  return rows.map(({ id }) => id);
}
