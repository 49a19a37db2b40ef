import { areaLevel, parentAreaCode } from '#shared/area-code.js';
import { city, divisions, grids, townships, villages } from '#shared/demo/places.js';
import { idOf, oneOf, timeOf } from './expressions.js';
import type { DatasetSize } from './sizes.js';

/** Six of ten are of the kinds that the dashboard lists. */
const kinds = [
  'COMMUNITY_ORGANIZATION',
  'VOLUNTEER_TEAM',
  'SOCIAL_ASSOCIATION',
  'COMMUNITY_ORGANIZATION',
  'SERVICE_PLATFORM',
  'SOCIAL_SERVICE_AGENCY',
  'VOLUNTEER_TEAM',
  'COMMUNITY_ORGANIZATION',
  'SOCIAL_ASSOCIATION',
  'SERVICE_PLATFORM',
];
const nouns = ['邻里互助会', '志愿服务队', '社会工作者协会', '睦邻理事会', '社工服务点', '社会工作服务中心'];
const classes = ['LIVING_SERVICE', 'COMMUNITY_AFFAIRS', 'CULTURE_SPORTS', 'CHARITY'];
const stages = [
  ...['APPLIED', 'SCREENING', 'REVIEWING', 'PUBLICIZED', 'ADMITTED', 'INCUBATING'],
  ...['MIDTERM_REVIEW', 'FINAL_REVIEW', 'GRADUATED', 'ALUMNI'],
];

/** The city's real counties with the demonstration's townships, villages and grids; every organization lies in one of its villages. */
const areas = [...divisions.filter(({ code }) => code.startsWith('36')), ...townships, ...villages, ...grids];

/**
 * SQL that writes areas, organizations, incubations (one organization of ten) and projects (one of ten). The schema's own
 * triggers keep the totals. Leaves a temporary table `place`: number, id, area and project of each organization.
 */
export function organizationStatements({ organizations }: DatasetSize): string[] {
  return [
    areaStatement(),
    `create temporary table place as select n, ${idOf('organization', 'n')} as id, v.code as area_code, v.name as village,
        case when n % 10 = 1 then ${idOf('project', 'n')} end as project_id
      from generate_series(0, ${organizations - 1}) n
      join unnest(array[${villages.map(({ code }) => `'${code}'`).join(', ')}], array[${villages.map(({ name }) => `'${name}'`).join(', ')}])
        with ordinality v(code, name, place) on v.place = 1 + n % ${villages.length}`,
    `insert into organizations.organization (id, name, kind, registration_status, service_level, area_code, community_class,
        founded_on, certified_social_workers, volunteers, created_at, updated_at, provenance)
      select id, replace(village, '（演示）', '') || ${oneOf(nouns, 'n')} || n, kind,
        case kind when 'COMMUNITY_ORGANIZATION' then 'FILED' when 'VOLUNTEER_TEAM' then 'UNREGISTERED'
          when 'SERVICE_PLATFORM' then 'UNREGISTERED' else 'REGISTERED' end,
        case when kind = 'SERVICE_PLATFORM' then 'VILLAGE_POINT' end, area_code,
        case when kind = 'COMMUNITY_ORGANIZATION' then ${oneOf(classes, 'n')} end,
        date '2005-01-01' + n % 7000, n % 7, n % 40, ${timeOf('n')}, ${timeOf('n')}, 'SYNTHETIC'
      from (select p.*, case when n = 0 then 'INCUBATION_BASE' else ${oneOf(kinds, 'n')} end as kind from place p) o order by n`,
    ...incubationStatements,
    `insert into organizations.project (id, name, organization_id, beneficiaries, started_on, created_at, updated_at, provenance)
      select project_id, '服务品牌' || n, id, array['社区居民'], date '2025-01-01', ${timeOf('n')}, ${timeOf('n')}, 'SYNTHETIC'
      from place where project_id is not null order by n`,
  ];
}

function areaStatement(): string {
  const rows = areas.map(({ code, name, nameEn }) => {
    const parent = parentAreaCode(code);
    const values = [code, name, nameEn, areaLevel(code), parent];
    return `(${values.map((value) => (value === null ? 'null' : `'${value}'`)).join(', ')})`;
  });
  return `insert into organizations.area (code, name, name_en, level, parent_code) values ${rows.join(', ')}`;
}

/** An incubation has come as far as its number says, a month a step. */
const incubationStatements = [
  `create temporary table way as select n, id as organization_id, area_code, 1 + (n / 10) % ${stages.length} as steps from place where n % 10 = 3`,
  `insert into organizations.incubation (id, organization_id, base_id, area_code, stage, applied_on, term_start, term_end, entry_status,
      created_at, updated_at)
    select ${idOf('incubation', 'n')}, organization_id, ${idOf('organization', '0')}, area_code, ${oneOf(stages, 'steps - 1')},
      date '2025-01-01', case when steps >= 5 then date '2025-05-01' end, case when steps >= 5 then date '2026-05-01' end,
      case when steps >= 5 then 'FILED' end, ${timeOf('n')}, ${timeOf('n')}
    from way order by n`,
  `insert into organizations.stage_event (incubation_id, position, from_stage, to_stage, at)
    select ${idOf('incubation', 'n')}, step, case when step > 1 then ${oneOf(stages, 'step - 2 + 10')} end, ${oneOf(stages, 'step - 1')},
      timestamptz '2025-01-01' + (step - 1) * interval '1 month'
    from way, generate_series(1, steps) step order by n, step`,
];

/** The city in which everything lies. */
export const datasetCity = city;
