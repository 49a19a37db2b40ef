const placesOf = (rows: string) => `select above, o.created_at, o.id, o.kind, o.registration_status
      from ${rows} o, unnest(organizations.areas_of(o.area_code, o.jurisdictions)) above where above <> ''`;

const placed = `(area_code, jurisdictions, kind, registration_status)`;
const of = (alias: string) => placed.replaceAll(/\w+/g, (column) => `${alias}.${column}`);

/**
 * Every organization once in each area it belongs to, in the order of lists: the page of an area is a range of one index, whether
 * the area is a province with all organizations or a village with three, and studios that areas share need no condition of their own.
 */
export const organizationAreaStatements = [
  `create table organizations.organization_area (
    area_code text collate "C" not null,
    created_at timestamptz(3) not null,
    organization_id uuid not null,
    kind text not null,
    registration_status text not null,
    primary key (area_code, created_at, organization_id) include (kind, registration_status)
  )`,
  `insert into organizations.organization_area ${placesOf('organizations.organization')}`,
  // The first pages after the migration are planned by what is in it.
  `analyze organizations.organization_area`,
  `create function organizations.add_organization_areas() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into organizations.organization_area ${placesOf('new_rows')};
    return null;
  end $$`,
  `create trigger organization_area_insert after insert on organizations.organization
    referencing new table as new_rows for each statement execute function organizations.add_organization_areas()`,
  `create function organizations.move_organization_areas() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    delete from organizations.organization_area
    where area_code = any(organizations.areas_of(old.area_code, old.jurisdictions)) and created_at = old.created_at and organization_id = old.id;
    insert into organizations.organization_area ${placesOf('(select new.*)')};
    return null;
  end $$`,
  // By row, because hardly any change says something of where an organization is listed.
  `create trigger organization_area_update after update on organizations.organization
    for each row when (${of('old')} is distinct from ${of('new')}) execute function organizations.move_organization_areas()`,
  `grant select on organizations.organization_area to hub_organizations`,
];
