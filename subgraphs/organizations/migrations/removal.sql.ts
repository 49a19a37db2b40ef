import { removeImportedStatements } from '#shared/imports/batch.sql.js';

const total = (rows: string) => `insert into organizations.organization_total
      select above, kind, registration_status, coalesce(service_level, ''), -count(*), -sum(certified_social_workers), -sum(volunteers)
      from ${rows}, unnest(organizations.areas_of(area_code, jurisdictions)) as above
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (area_code, kind, registration_status, service_level) do update set
        organizations = organization_total.organizations + excluded.organizations,
        certified_social_workers = organization_total.certified_social_workers + excluded.certified_social_workers,
        volunteers = organization_total.volunteers + excluded.volunteers`;

/**
 * An organization that a file put on record by mistake, and that nothing names, may go within a day: with it its one event of
 * registration, its places in the lists of areas, and what it counts in their totals. Everything else stays append-only.
 */
export const removalStatements = [
  `create function organizations.keep_removed_organizations() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    ${total('old_rows')};
    delete from organizations.organization_area a
    using (select above, o.created_at, o.id from old_rows o, unnest(organizations.areas_of(o.area_code, o.jurisdictions)) above) place
    where a.area_code = place.above and a.created_at = place.created_at and a.organization_id = place.id;
    return null;
  end $$`,
  `create trigger organization_removed after delete on organizations.organization
    referencing old table as old_rows for each statement execute function organizations.keep_removed_organizations()`,
  `create function organizations.refuse_registration_removal() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if exists (select from organizations.organization o where o.id = old.organization_id and o.provenance = 'IMPORTED'
      and o.source = 'import:' || nullif(current_setting('hub.removed_import', true), '')) then return old; end if;
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $$`,
  `drop trigger registration_event_append_only on organizations.registration_event`,
  `create trigger registration_event_append_only before update or truncate on organizations.registration_event
    for each statement execute function organizations.refuse_change()`,
  `create trigger registration_event_removed before delete on organizations.registration_event
    for each row execute function organizations.refuse_registration_removal()`,
  ...removeImportedStatements('organizations', 'organization', [
    `delete from organizations.registration_event e using organizations.import_change c, organizations.organization o
      where c.job = wanted_job and c.before is null and e.organization_id = c.entity_id and o.id = c.entity_id
        and o.provenance = 'IMPORTED' and o.source = 'import:' || wanted_job;`,
  ]),
];
