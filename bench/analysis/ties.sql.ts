import { villages } from '#shared/demo/places.js';
import { idOf, oneOf, timeOf } from '../dataset/expressions.js';

/** A network of so many nodes and edges. */
export interface PictureSize {
  nodes: number;
  edges: number;
}

const kinds = ['UNIVERSITY', 'FOUNDATION', 'CHARITY_PLATFORM', 'CHARITY_ORGANIZATION', 'ENTERPRISE'];
/** One node of ten is a partner. */
const partnersOf = ({ nodes }: PictureSize) => nodes / 10;

/** SQL of a number from 0 that looks random and is the same on every machine; the first numbers come more often. */
const skewed = (count: number, salt: number) =>
  `floor(${count} * ((hashint8extended(i, ${salt}) & 1073741823) / 1073741824.0) ^ 1.5)::bigint`;

/** SQL that writes organizations with names; every node has an edge. */
export function organizationsOf(size: PictureSize): string[] {
  const places = villages.map(({ code }) => code);
  return [
    `insert into organizations.organization (id, name, kind, registration_status, area_code, created_at, updated_at, provenance)
      select ${idOf('node', 'n')}, '网络机构' || n, 'VOLUNTEER_TEAM', 'UNREGISTERED', ${oneOf(places, 'n')}, ${timeOf('n')}, ${timeOf('n')}, 'SYNTHETIC'
      from generate_series(0, ${size.nodes - partnersOf(size) - 1}) n`,
  ];
}

/** SQL that writes partners with a resource each, and links between them and the organizations; the edges are all different. */
export function tiesOf(size: PictureSize): string[] {
  const partners = partnersOf(size);
  const organizations = size.nodes - partners;
  const places = villages.map(({ code }) => code);
  return [
    `insert into partners.partner (id, name, kind, created_at, updated_at, provenance)
      select ${idOf('peer', 'n')}, '网络伙伴' || n, ${oneOf(kinds, 'n')}, ${timeOf('n')}, ${timeOf('n')}, 'SYNTHETIC'
      from generate_series(0, ${partners - 1}) n`,
    `insert into partners.resource (id, partner_id, title, category, capacity, unit, status, published_at, created_at, updated_at, provenance)
      select ${idOf('gift', 'n')}, ${idOf('peer', 'n')}, '网络资源' || n, 'TRAINING', 100000, '人次', 'PUBLISHED', ${timeOf('n')}, ${timeOf('n')}, ${timeOf('n')}, 'SYNTHETIC'
      from generate_series(0, ${partners - 1}) n`,
    `with pair as (
      select organization, partner, min(i) as i from (
        select i, case when i < ${organizations} then i else ${skewed(organizations, 1)} end as organization,
          case when i < ${partners} then i else ${skewed(partners, 2)} end as partner
        from generate_series(0::bigint, ${size.edges * 3}) i) p
      group by organization, partner order by min(i) limit ${size.edges})
    insert into partners.resource_link (id, resource_id, organization_id, area_code, status, quantity, starts_on, created_at, updated_at, provenance)
      select ${idOf('bond', 'i')}, ${idOf('gift', 'partner')}, ${idOf('node', 'organization')}, ${oneOf(places, 'organization')}, 'ACTIVE', 1, date '2025-01-01',
        ${timeOf('i')}, ${timeOf('i')}, 'SYNTHETIC' from pair order by i`,
  ];
}
