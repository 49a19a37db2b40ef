import type { Books } from '#shared/books.js';

/** What must always be so for links and capacities. */
export const books: Books = {
  invariants: [
    {
      id: 'I5',
      says: 'no resource holds more than its capacity',
      sql: `select id::text as broken from partners.resource where held < 0 or held > capacity`,
    },
    {
      id: 'I6',
      says: 'what a resource holds is the sum of its ACCEPTED and ACTIVE links',
      sql: `select r.id::text as broken from partners.resource r where r.held <> (select coalesce(sum(l.quantity), 0)
        from partners.resource_link l where l.resource_id = r.id and l.status in ('ACCEPTED', 'ACTIVE'))`,
    },
    {
      id: 'I6',
      says: 'kept numbers of links are those of the rows',
      sql: `with counted as (select above as area_code, l.status, l.category, l.partner_kind, count(*) as links
          from partners.resource_link l, unnest(partners.area_and_above(l.area_code)) above group by 1, 2, 3, 4)
        select area_code || ' ' || status || ' ' || category || ' ' || partner_kind as broken
        from partners.link_total kept full join counted using (area_code, status, category, partner_kind)
        where coalesce(kept.links, 0) <> coalesce(counted.links, 0)`,
    },
    {
      id: 'I6',
      says: 'kept numbers of linked organizations and partners are those of the rows',
      sql: `with counted as (select above as area_code, count(distinct l.organization_id) as organizations, count(distinct l.partner_id) as partners
          from partners.resource_link l, unnest(partners.area_and_above(l.area_code)) above where l.status = 'ACTIVE' group by 1)
        select area_code as broken from partners.link_party_total kept full join counted using (area_code)
        where coalesce(kept.organizations, 0) <> coalesce(counted.organizations, 0) or coalesce(kept.partners, 0) <> coalesce(counted.partners, 0)`,
    },
    {
      id: 'I6',
      says: 'a link stands where its last step left it',
      sql: `select l.id::text as broken from partners.resource_link l where l.status is distinct from
        (select e.to_status from partners.link_event e where e.link_id = l.id order by e.position desc limit 1)`,
    },
    {
      id: 'I6',
      says: 'what is in use of a resource, day by day, is what the steps of its links say',
      sql: `with counted as (select g.day, l.resource_id, sum(s.sign * l.quantity) as change
          from partners.link_event e join partners.resource_link l on l.id = e.link_id,
            lateral (values ((e.to_status = 'ACTIVE')::int - coalesce(e.from_status = 'ACTIVE', false)::int)) s(sign),
            lateral (values (date '0001-01-01'), ((e.at at time zone 'Asia/Shanghai')::date)) g(day) where s.sign <> 0 group by 1, 2)
        select resource_id || ' ' || day as broken from partners.resource_use kept full join counted using (day, resource_id)
        where coalesce(kept.change, 0) <> coalesce(counted.change, 0)`,
    },
  ],
  foreignIds: [
    {
      says: 'every organization that a link or an agreement names exists',
      owner: 'organizations',
      table: 'organization',
      sql: `select organization_id as id from partners.resource_link
        union select organization_id from partners.cooperation_agreement where organization_id is not null`,
    },
    {
      says: 'every project that a link names exists',
      owner: 'organizations',
      table: 'project',
      sql: `select distinct project_id as id from partners.resource_link where project_id is not null`,
    },
  ],
};
