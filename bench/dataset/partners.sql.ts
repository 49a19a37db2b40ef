import { datasetCity } from './organizations.sql.js';
import { idOf, oneOf, timeOf } from './expressions.js';
import { type DatasetSize, firstOrganizations } from './sizes.js';

const kinds = [
  ...['UNIVERSITY', 'FOUNDATION', 'CHARITY_PLATFORM', 'CHARITY_ORGANIZATION', 'ENTERPRISE'],
  ...['GOVERNMENT_BODY', 'PROCURATORATE'],
];
const nouns = [
  '大学社会工作系',
  '慈善基金会',
  '公益平台',
  '慈善总会',
  '实业有限公司',
  '民政服务中心',
  '人民检察院',
];
const categories = [
  ...['VENUE', 'FUND', 'GOODS', 'EXPERT', 'VOLUNTEER_TIME', 'TRAINING', 'PROJECT', 'EQUIPMENT', 'MEDIA'],
];
const linksPerResource = 10;
/** Each step of a link that came so far. */
const ways: Record<string, readonly string[]> = {
  PROPOSED: ['PROPOSED'],
  ACCEPTED: ['PROPOSED', 'ACCEPTED'],
  ACTIVE: ['PROPOSED', 'ACCEPTED', 'ACTIVE'],
  FULFILLED: ['PROPOSED', 'ACCEPTED', 'ACTIVE', 'FULFILLED'],
};
/** Of ten links of an organization seven run. */
const statuses = [...Array<string>(7).fill('ACTIVE'), 'FULFILLED', 'ACCEPTED', 'PROPOSED'];

/** SQL that writes partners, resources (one of ten links) and links; the schema's own triggers keep what they hold and the totals. */
export function partnerStatements(size: DatasetSize): string[] {
  const resources = Math.ceil(size.links / linksPerResource);
  return [
    `insert into partners.partner (id, name, kind, area_code, created_at, updated_at, provenance)
      select ${idOf('partner', 'n')}, '萍乡第' || n || ${oneOf(nouns, 'n')}, ${oneOf(kinds, 'n')}, '${datasetCity}', ${timeOf('n')}, ${timeOf('n')}, 'SYNTHETIC'
      from generate_series(0, ${size.partners - 1}) n order by n`,
    `insert into partners.resource (id, partner_id, title, category, capacity, unit, status, published_at, created_at, updated_at, provenance)
      select ${idOf('resource', 'n')}, ${idOf('partner', `n % ${size.partners}`)}, '社区服务资源' || n, ${oneOf(categories, 'n')}, 100000, '人次',
        'PUBLISHED', ${timeOf('n')}, ${timeOf('n')}, ${timeOf('n')}, 'SYNTHETIC'
      from generate_series(0, ${resources - 1}) n order by n`,
    linkTable(size, resources),
    `insert into partners.resource_link (id, resource_id, organization_id, area_code, status, quantity, starts_on, created_at, updated_at, provenance)
      select ${idOf('link', 'n')}, ${idOf('resource', 'resource')}, organization_id, area_code, status, quantity, date '2025-01-01',
        ${timeOf('n')}, ${timeOf('n')}, 'SYNTHETIC'
      from numbered_link order by n`,
    ...Object.entries(ways).map(
      ([status, steps]) => `insert into partners.link_event (link_id, position, from_status, to_status, at)
      select ${idOf('link', 'n')}, step, case when step > 1 then ${oneOf(steps, `step - 2 + ${steps.length}`)} end, ${oneOf(steps, 'step - 1')}, ${timeOf('n')}
      from numbered_link, generate_series(1, ${steps.length}) step where status = '${status}' order by n, step`,
    ),
  ];
}

/** Whose each link is: the i-th of its organization, of a resource far from that of the one before. */
function linkTable({ organizations, links, linksOfFirst }: DatasetSize, resources: number): string {
  const ofFirst = firstOrganizations * linksOfFirst;
  const others = Math.max(1, organizations - firstOrganizations);
  return `create temporary table numbered_link as
    select l.n, p.id as organization_id, p.area_code, (p.n * 5 + l.i * 37) % ${resources} as resource, 1 + l.n % 10 as quantity,
      ${oneOf(statuses, 'p.n + l.i')} as status
    from (select n, case when n < ${ofFirst} then n % ${firstOrganizations} else ${firstOrganizations} + (n - ${ofFirst}) % ${others} end as organization,
        case when n < ${ofFirst} then n / ${firstOrganizations} else (n - ${ofFirst}) / ${others} end as i
      from generate_series(0, ${links - 1}) n) l join place p on p.n = l.organization`;
}
