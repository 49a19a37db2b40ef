import type { Books } from '#shared/books.js';

const figures = ['organizations', 'certified_social_workers', 'volunteers'];

/** What must always be so for organizations and incubations. */
export const books: Books = {
  invariants: [
    {
      id: 'I6',
      says: 'kept numbers of organizations, social workers and volunteers are those of the rows',
      sql: `with counted as (select above as area_code, o.kind, o.registration_status, coalesce(o.service_level, '') as service_level,
          count(*) as organizations, sum(o.certified_social_workers) as certified_social_workers, sum(o.volunteers) as volunteers
          from organizations.organization o, unnest(organizations.areas_of(o.area_code, o.jurisdictions)) above group by 1, 2, 3, 4)
        select area_code || ' ' || kind || ' ' || registration_status || ' ' || service_level as broken
        from organizations.organization_total kept full join counted using (area_code, kind, registration_status, service_level)
        where ${figures.map((figure) => `coalesce(kept.${figure}, 0) <> coalesce(counted.${figure}, 0)`).join(' or ')}`,
    },
    {
      id: 'I6',
      says: 'an organization is listed once in each of its areas, and nowhere else',
      sql: `with listed as (select above as area_code, o.created_at, o.id as organization_id, o.kind, o.registration_status
          from organizations.organization o, unnest(organizations.areas_of(o.area_code, o.jurisdictions)) above where above <> '')
        select area_code || ' ' || organization_id as broken
        from organizations.organization_area kept full join listed using (area_code, created_at, organization_id)
        where (kept.kind, kept.registration_status) is distinct from (listed.kind, listed.registration_status)`,
    },
    {
      id: 'I6',
      says: 'kept numbers of incubations are those of the rows',
      sql: `with counted as (select above as area_code, i.furthest, i.stage, count(*) as incubations
          from organizations.incubation i, unnest(organizations.area_and_above(i.area_code)) above group by 1, 2, 3)
        select area_code || ' ' || stage || ' ' || furthest as broken
        from organizations.incubation_total kept full join counted using (area_code, furthest, stage)
        where coalesce(kept.incubations, 0) <> coalesce(counted.incubations, 0)`,
    },
    {
      id: 'I6',
      says: 'an incubation stands where its last step left it',
      sql: `select i.id::text as broken from organizations.incubation i where i.stage is distinct from
        (select e.to_stage from organizations.stage_event e where e.incubation_id = i.id order by e.position desc limit 1)`,
    },
    {
      id: 'I6',
      says: "an organization's stage is its latest incubation's",
      sql: `select o.id::text as broken from organizations.organization o where o.incubation_status is distinct from
        (select i.stage from organizations.incubation i where i.organization_id = o.id
         order by i.applied_on desc, i.created_at desc, i.id desc limit 1)`,
    },
  ],
  foreignIds: [],
};
