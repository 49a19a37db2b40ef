import { villages } from '#shared/demo/places.js';
import { idOf, oneOf, orderedIdOf, timeOf } from '../../dataset/expressions.js';

/** How many rows a network has; nodes and edges are somewhat fewer, because some links came to nothing and some pairs have several. */
export interface NetworkSize {
  organizations: number;
  partners: number;
  links: number;
}

const kinds = ['UNIVERSITY', 'FOUNDATION', 'CHARITY_PLATFORM', 'CHARITY_ORGANIZATION', 'ENTERPRISE'];
const categories = ['VENUE', 'FUND', 'GOODS', 'EXPERT', 'VOLUNTEER_TIME', 'TRAINING', 'PROJECT', 'EQUIPMENT'];
/** Each step of a link that came so far; of twenty links fifteen run and one came to nothing. */
const ways: Record<string, readonly string[]> = {
  DECLINED: ['PROPOSED', 'DECLINED'],
  ACTIVE: ['PROPOSED', 'ACCEPTED', 'ACTIVE'],
  FULFILLED: ['PROPOSED', 'ACCEPTED', 'ACTIVE', 'FULFILLED'],
  CANCELLED: ['PROPOSED', 'ACCEPTED', 'ACTIVE', 'CANCELLED'],
};
const statuses = [...Array<string>(15).fill('ACTIVE'), 'FULFILLED', 'FULFILLED', 'FULFILLED'];
statuses.push('CANCELLED', 'DECLINED');

/** Departments that are tied to a fifth of everything. */
const hubs = 10;
/** Every fiftieth link lies on an island: two partners and five organizations that nothing ties to the rest. */
const islandEvery = 50;
const islandLinks = 10;

/** SQL of a number in [0, 1) that looks random and is the same on every machine. */
const chance = (salt: number) => `((hashint8extended(n, ${salt}) & 1073741823) / 1073741824.0)`;
/** SQL of a place in a list; the greater the power, the more falls to its first. */
const skewed = (count: number, power: number, salt: number) =>
  `floor(${count} * ${chance(salt)} ^ ${power})::bigint`;

/**
 * SQL that writes a network as skewed as real ones: hubs of 20,000 links among 1,000,000, most partners with a few, organizations with up
 * to 3,000. The tables' triggers must rest meanwhile: totals are not kept, which no question about the network reads.
 */
export function networkStatements({ organizations, partners, links }: NetworkSize): string[] {
  const islands = Math.max(1, Math.floor(links / islandEvery / islandLinks));
  const all = partners + 2 * islands;
  const island = `(n / ${islandEvery} % ${islands})`;
  return [
    `insert into partners.partner (id, name, kind, area_code, created_at, updated_at, provenance)
      select ${idOf('partner', 'n')}, '伙伴' || n, ${oneOf(kinds, 'n')}, '360300', ${timeOf('n')}, ${timeOf('n')}, 'SYNTHETIC'
      from generate_series(0, ${all - 1}) n`,
    `insert into partners.resource (id, partner_id, title, category, capacity, unit, status, published_at, created_at, updated_at, provenance)
      select ${idOf('resource', 'n')}, ${idOf('partner', 'n')}, '资源' || n, ${oneOf(categories, 'n')}, 100000, '人次',
        'PUBLISHED', ${timeOf('n')}, ${timeOf('n')}, ${timeOf('n')}, 'SYNTHETIC'
      from generate_series(0, ${all - 1}) n`,
    `create temporary table numbered as select n, ${oneOf(statuses, 'n % 20')} as status,
        case when n % ${islandEvery} = 0 then ${partners} + 2 * ${island} + n / ${islandEvery} / ${islands} % 2
          when ${chance(1)} < 0.2 then floor(${Math.min(hubs, partners)} * ${chance(2)})::bigint
          else ${skewed(partners, 2, 3)} end as partner,
        case when n % ${islandEvery} = 0 then ${organizations} + 5 * ${island} + n / ${islandEvery} / ${islands} % 5
          else ${skewed(organizations, 2, 4)} end as organization
      from generate_series(0::bigint, ${links - 1}) n`,
    `insert into partners.resource_link (id, resource_id, partner_id, organization_id, project_id, area_code, category, partner_kind, status,
        quantity, starts_on, ends_on, created_at, updated_at, provenance)
      select ${orderedIdOf('link', 'n')}, ${idOf('resource', 'partner')}, ${idOf('partner', 'partner')}, ${idOf('organization', 'organization')},
        case when organization % 5 = 0 then ${idOf('project', 'organization')} end,
        ${oneOf(
          villages.map(({ code }) => code),
          'organization',
        )}, ${oneOf(categories, 'partner')}, ${oneOf(kinds, 'partner')},
        status, 1, case when n % 10 < 7 then date '2020-01-01' + (n % 2000)::int end, case when n % 10 = 0 then date '2026-01-01' + (n % 700)::int end,
        ${timeOf('n')}, ${timeOf('n')}, ${oneOf(['REGISTERED', 'SYNTHETIC', 'IMPORTED'], 'n')}
      from numbered order by n`,
    ...Object.entries(ways).map(
      ([status, steps]) => `insert into partners.link_event (link_id, position, from_status, to_status, at)
      select ${orderedIdOf('link', 'n')}, step, case when step > 1 then ${oneOf(steps, `step - 2 + ${steps.length}`)} end, ${oneOf(steps, 'step - 1')},
        ${timeOf('n')} + step * interval '1 day'
      from numbered, generate_series(1, ${steps.length}) step where status = '${status}' order by n, step`,
    ),
    `insert into partners.cooperation_agreement (id, partner_id, organization_id, area_code, title, scope, valid_from, created_at, provenance)
      select ${idOf('agreement', 'n')}, ${idOf('partner', 'partner')}, ${idOf('organization', 'organization')}, '360302', '协议' || n,
        array[${oneOf(categories, 'n')}], date '2024-01-01', ${timeOf('n')}, 'REGISTERED'
      from numbered where n % ${islandEvery} = 1`,
  ];
}
