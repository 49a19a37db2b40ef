/** What an area, an organization, its ratings and its compliance need beside what is read of them. */
export const organizationStatements = [
  // R-DIV-02: codes change; an area keeps its days and names what came after it.
  `alter table organizations.area
    add column valid_from date,
    add column valid_to date,
    add column replaced_by_code text collate "C" references organizations.area,
    add column created_at timestamptz(3) not null default now(),
    add column updated_at timestamptz(3) not null default now(),
    add column version integer not null default 1,
    add constraint area_days_in_order check (valid_from < valid_to),
    add constraint area_replaced_has_ended check (replaced_by_code is null or valid_to is not null),
    add constraint area_not_replaced_by_itself check (replaced_by_code <> code)`,
  `alter table organizations.organization
    add column registered_on date,
    add column community_class text check (community_class in ('LIVING_SERVICE', 'COMMUNITY_AFFAIRS', 'CULTURE_SPORTS', 'CHARITY')),
    add column functional_zone text check (length(functional_zone) between 1 and 200),
    add column jurisdictions text[] collate "C" not null default '{}',
    add constraint organization_class_of_community check (community_class is null or kind = 'COMMUNITY_ORGANIZATION'),
    add constraint organization_host_of_filed check (fiscal_host_id is null or registration_status = 'FILED'),
    add constraint organization_not_its_own_parent check (parent_id <> id),
    add constraint organization_shared_studio check (jurisdictions = '{}' or kind = 'MASTER_STUDIO')`,
  `create index organization_shared_index on organizations.organization (id) where jurisdictions <> '{}'`,
  `create index organization_county_center_index on organizations.organization (area_code) where service_level = 'COUNTY_CENTER'`,
  `create table organizations.registration_event (
    organization_id uuid not null references organizations.organization,
    position integer not null check (position > 0),
    from_status text,
    to_status text not null,
    uscc text,
    at timestamptz(3) not null default now(),
    actor text,
    primary key (organization_id, position)
  )`,
  `create trigger registration_event_append_only before update or delete or truncate on organizations.registration_event
    for each statement execute function organizations.refuse_change()`,
  `create trigger rating_period_append_only before update or delete or truncate on organizations.rating_period
    for each statement execute function organizations.refuse_change()`,
  `create table organizations.compliance_record (
    id uuid primary key,
    organization_id uuid not null references organizations.organization,
    kind text not null check (kind in ('ANNUAL_CHECK', 'PENALTY', 'INVESTIGATION', 'ABNORMAL_LIST', 'UNTRUSTWORTHY_LIST')),
    year integer check (year between 1949 and 2200),
    result text check (result in ('PASSED', 'BASICALLY_PASSED', 'FAILED')),
    starts_on date,
    ends_on date,
    note text,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    version integer not null default 1,
    constraint compliance_check_has_result check ((kind = 'ANNUAL_CHECK') = (year is not null) and (kind = 'ANNUAL_CHECK') = (result is not null)),
    constraint compliance_case_has_start check ((kind = 'ANNUAL_CHECK') = (starts_on is null)),
    constraint compliance_days_in_order check (starts_on <= ends_on)
  )`,
  `create unique index compliance_check_unique on organizations.compliance_record (organization_id, year) where kind = 'ANNUAL_CHECK'`,
  `create index compliance_organization_id_index on organizations.compliance_record (organization_id)`,
  `create unique index project_name_unique on organizations.project (organization_id, lower(name))`,
  // R-AWD-01: one subject gets one award of a year once.
  `create unique index award_once_unique on organizations.award (organization_id, project_id, lower(title), subject, year)
    nulls not distinct`,
  // What an organization may say about itself ends where the registration authority begins.
  `create function organizations.refuse_own_registration() returns trigger language plpgsql set search_path = '' as $$
  begin
    raise exception 'only an administrator changes what the registration authority decides' using errcode = 'insufficient_privilege';
  end $$`,
  `create trigger organization_registration_kept before update on organizations.organization for each row
    when (organizations.viewer_is('organization') and not organizations.viewer_is('admin')
      and (old.uscc, old.kind, old.registration_status, old.registered_on, old.service_level, old.community_class, old.area_code,
        old.jurisdictions, old.functional_zone, old.fiscal_host_id)
      is distinct from (new.uscc, new.kind, new.registration_status, new.registered_on, new.service_level, new.community_class, new.area_code,
        new.jurisdictions, new.functional_zone, new.fiscal_host_id))
    execute function organizations.refuse_own_registration()`,
  `grant select, insert on organizations.registration_event, organizations.compliance_record to hub_organizations`,
  `grant update on organizations.compliance_record to hub_organizations`,
];
