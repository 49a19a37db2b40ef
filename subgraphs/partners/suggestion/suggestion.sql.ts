import { raw, type Sql, sql } from '#shared/database/sql.js';
import { ResourceCategory } from '../resource/resource.entity.js';

/**
 * How far the search goes, so that one organization costs a few thousand index entries at most, however many links there are. Links and
 * partners are taken in the order of ids, resources newest first; what lies behind a bound is not seen.
 */
const reach = {
  partnersOfOrganization: 10,
  peersOfPartner: 20,
  partnersOfPeer: 20,
  /** Links that are read to find so many; one organization may have several with a partner. */
  linksRead: 200,
  /** Beyond so many links of a partner its weight hardly changes. */
  linksWeighed: 500,
  /** Newest links of an organization that say what it does. */
  linksOfOrganization: 500,
  nearestPartners: 20,
  resourcesOfNearest: 5,
  partnersOfCounty: 50,
  resourcesOfSeated: 5,
  newestResources: 200,
  newestRead: 1_000,
} as const;

/** In the order of their bits. */
export const categories = Object.values(ResourceCategory);
/** A category as one bit: sets of them are compared as numbers. */
const bitOf = (column: string): Sql =>
  raw(`(1 << array_position(array[${categories.map((name) => `'${name}'`).join(', ')}], ${column}))`);
const sizeOf = (bits: string): Sql => raw(`bit_count((${bits})::bit(16))`);

/** Links that were not refused, and of them those that both sides have said yes to; written as the indexes on both ends of links are. */
const standing = raw(`coalesce(status in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'FULFILLED'), false)`);
const agreed = raw(`coalesce(status in ('ACCEPTED', 'ACTIVE', 'FULFILLED'), false)`);

/** Partners of an organization, and organizations of a partner, named by expressions. */
const partnersOf = (organization: string, max: number): Sql => sql`lateral (
      select distinct partner_id from (select partner_id from partners.resource_link
        where organization_id = ${raw(organization)} and ${standing} and ${agreed} order by partner_id limit ${reach.linksRead}) read
      order by 1 limit ${max})`;
const organizationsOf = (partner: string): Sql => sql`lateral (
      select distinct organization_id as id from (select organization_id from partners.resource_link
        where partner_id = ${raw(partner)} and ${agreed} order by organization_id limit ${reach.linksRead}) read
      order by 1 limit ${reach.peersOfPartner})`;

/** What there is to say of resources whose ids a list named `listed` holds; counties and cities are those of its partner and its own areas. */
const offersOf = (some: Sql, day: string): Sql => sql`
    select r.id, r.partner_id, r.category, r.area_codes, r.remaining, r.unit, r.available_to, scope.domains,
      array(select left(place, 6) from unnest(r.area_codes || p.area_code) place where right(left(place, 6), 2) <> '00') as counties,
      array(select left(place, 4) from unnest(r.area_codes || p.area_code) place where substr(place, 3, 2) <> '00') as cities
    from ${some} cross join lateral (select * from partners.resource where id = listed.id) r join partners.partner p on p.id = r.partner_id
      cross join lateral (select bit_or(${bitOf('category')}) as domains from partners.resource
        where partner_id = r.partner_id and status = 'PUBLISHED') scope
    where r.status = 'PUBLISHED' and r.remaining > 0
      and coalesce(r.available_from <= ${day}::date, true) and coalesce(r.available_to > ${day}::date, true)`;

/** Newest published resources of a partner that an expression names. */
const newestOf = (partner: string, max: number): Sql => sql`lateral (select id from partners.resource
      where partner_id = ${raw(partner)} and status = 'PUBLISHED' order by created_at desc, id desc limit ${max})`;

/** What may be suggested to many: what is new anywhere, and what partners offer that have their seat in a county. */
export const pool = (day: string): Sql => sql`newest as materialized (
    select id from (select id from partners.resource where status = 'PUBLISHED' order by published_at desc, id limit ${reach.newestRead}) read
    limit ${reach.newestResources}
  ), seated as materialized (
    select c.county, r.id from (select distinct county from asked) c cross join lateral (
      select id from partners.partner where area_code >= c.county and area_code < c.county || ':' order by area_code, id limit ${reach.partnersOfCounty}) p
      cross join ${newestOf('p.id', reach.resourcesOfSeated)} r
  ), offer as materialized (${offersOf(raw('(select id from newest union select id from seated) listed'), day)}
  ), pool as materialized (
    select null as county, offer.* from newest join offer using (id) union all select seated.county, offer.* from seated join offer using (id)
  )`;

/**
 * Adamic–Adar in the network of organizations and partners: a partner is as near as the organizations are that it is linked with, and
 * each of these is as near as the partners that it shares, of which those with few organizations weigh more.
 */
const nearest = sql`own as materialized (
      select partner_id from ${partnersOf('asked.id', reach.partnersOfOrganization)} met
    ), weighed as materialized (
      select partner_id, 1 / ln(greatest(2, (select count(distinct organization_id) from (select organization_id from partners.resource_link
        where partner_id = own.partner_id and ${agreed} order by organization_id limit ${reach.linksWeighed}) read))) as weight from own
    ), nearest as materialized (
      select theirs.partner_id, sum(weighed.weight) as affinity, count(distinct peer.id)::int as peers
      from weighed cross join ${organizationsOf('weighed.partner_id')} peer cross join ${partnersOf('peer.id', reach.partnersOfPeer)} theirs
      where peer.id <> asked.id and theirs.partner_id <> weighed.partner_id
      group by 1 order by round(sum(weighed.weight)::numeric, 9) desc, 1 limit ${reach.nearestPartners}
    )`;

/** What it does already, and which category it lacks that its county asks for most. */
const profile = sql`profile as materialized (
      select coalesce(bit_or(${bitOf('category')}) filter (where ${agreed}), 0) as domains,
        coalesce(bit_or(${bitOf('category')}) filter (where status = 'ACTIVE'), 0) as served
      from (select category, status from partners.resource_link
        where organization_id = asked.id order by created_at desc, id desc limit ${reach.linksOfOrganization}) read
    ), need as materialized (
      select category from partners.link_total, profile where area_code = asked.county and profile.served & ${bitOf('category')} = 0
      group by category having sum(links) > 0 order by sum(links) desc, category limit 1
    )`;

/** The candidates of one organization with what speaks for each. */
const feature = (day: string): Sql => sql`candidate as materialized (
      select id, partner_id, category, area_codes, remaining, unit, available_to, domains, counties, cities
      from pool where county is null or county = asked.county
      union ${offersOf(sql`(select r.id from nearest cross join ${newestOf('nearest.partner_id', reach.resourcesOfNearest)} r) listed`, day)}
    ), feature as (
      select c.id, c.category, c.remaining, c.unit, c.available_to, coalesce(nearest.affinity, 0) as affinity, coalesce(nearest.peers, 0) as peers,
        profile.domains & c.domains as shared_domains,
        coalesce(${sizeOf('profile.domains & c.domains')}::float / nullif(${sizeOf('profile.domains | c.domains')}, 0), 0) as likeness,
        case when asked.county = any(c.counties) then 1 when asked.city = any(c.cities) then 0.5 else 0 end::float as closeness,
        coalesce(c.category = (select category from need), false) as is_needed
      from candidate c cross join profile left join nearest using (partner_id)
      where (c.area_codes = '{}' or c.area_codes && asked.above
          or exists (select from unnest(c.area_codes) part where part collate "C" >= asked.prefix and part collate "C" < asked.prefix || ':'))
        and not exists (select from partners.resource_link where organization_id = asked.id and partner_id = c.partner_id and resource_id = c.id and ${standing})
    )`;

/** The best candidates of one organization, best first. */
export const best = (day: string, first: number): Sql => sql`lateral (
    with ${nearest}, ${profile}, ${feature(day)}
    select *, round((0.5 * coalesce((affinity - min(affinity) over ()) / nullif(max(affinity) over () - min(affinity) over (), 0), 0)
      + 0.2 * likeness + 0.2 * closeness + 0.1 * is_needed::int)::numeric, 6) as score
    from feature order by score desc, id limit ${first}) best`;
