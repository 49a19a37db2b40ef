import { Migration } from '@mikro-orm/migrations';
import { areaAndAboveFunction } from '#shared/database/area-ancestors.js';

/** Areas, organizations, incubations, projects, awards, and the totals that an area's figures are read from. */
export class Organizations20261124 extends Migration {
  override up(): void {
    for (const statement of [...tables, ...totals, ...grants]) this.addSql(statement);
  }
}

const row = `created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    version integer not null default 1`;
const provenance = `provenance text not null check (provenance in ('PUBLISHED', 'REGISTERED', 'IMPORTED', 'SYNTHETIC')),
    source text,
    check (provenance <> 'PUBLISHED' or source is not null)`;

const tables = [
  `create table organizations.area (
    code text collate "C" primary key check (code ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12}(-G[0-9]{3})?)$'),
    name text not null,
    name_en text,
    level text not null check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'GRID')),
    parent_code text collate "C" references organizations.area,
    check ((parent_code is null) = (level = 'PROVINCE'))
  )`,
  `create index area_parent_code_index on organizations.area (parent_code, code)`,
  `create table organizations.organization (
    id uuid primary key,
    uscc text,
    name text not null check (length(name) between 1 and 200),
    name_en text check (length(name_en) between 1 and 200),
    kind text not null check (kind in ('SOCIAL_ASSOCIATION', 'SOCIAL_SERVICE_AGENCY', 'FOUNDATION', 'COMMUNITY_ORGANIZATION',
      'VOLUNTEER_TEAM', 'SERVICE_PLATFORM', 'INCUBATION_BASE', 'MASTER_STUDIO', 'PARTY_MASS_SERVICE_CENTER')),
    registration_status text not null
      check (registration_status in ('REGISTERED', 'FILED', 'UNREGISTERED', 'DEREGISTERED', 'REVOKED')),
    service_level text check (service_level in ('CITY', 'COUNTY_CENTER', 'TOWNSHIP_STATION', 'VILLAGE_POINT', 'GRID')),
    area_code text collate "C" not null references organizations.area,
    parent_id uuid references organizations.organization,
    fiscal_host_id uuid references organizations.organization,
    founded_on date,
    certified_social_workers integer not null default 0 check (certified_social_workers >= 0),
    volunteers integer not null default 0 check (volunteers >= 0),
    incubation_status text,
    ${row},
    ${provenance},
    constraint organization_service_level_of_platform check ((service_level is not null) = (kind = 'SERVICE_PLATFORM')),
    constraint organization_filed_has_no_uscc check (uscc is null or registration_status not in ('FILED', 'UNREGISTERED'))
  )`,
  `create unique index organization_uscc_unique on organizations.organization (uscc)`,
  `create index organization_created_at_index on organizations.organization (created_at, id)`,
  `create index organization_area_code_index on organizations.organization (area_code)`,
  `create index organization_parent_id_index on organizations.organization (parent_id, created_at, id)`,
  `create index organization_fiscal_host_id_index on organizations.organization (fiscal_host_id)`,
  `create index organization_name_index on organizations.organization (name collate "C", id)`,
  `create index organization_founded_on_index on organizations.organization (coalesce(founded_on, 'infinity'), id)`,
  `create table organizations.rating_period (
    organization_id uuid not null references organizations.organization,
    valid_from date not null,
    valid_to date not null,
    grade text not null check (grade in ('AAAAA', 'AAAA', 'AAA', 'AA', 'A')),
    primary key (organization_id, valid_from),
    check (valid_from < valid_to)
  )`,
  `create table organizations.incubation (
    id uuid primary key,
    organization_id uuid not null references organizations.organization,
    base_id uuid not null references organizations.organization,
    area_code text collate "C" not null,
    stage text not null,
    furthest smallint not null default 0,
    applied_on date not null,
    term_start date,
    term_end date,
    extensions integer not null default 0 check (extensions between 0 and 1),
    ${row},
    check (term_end is null or term_end > term_start)
  )`,
  `create index incubation_organization_id_index on organizations.incubation (organization_id, applied_on)`,
  `create index incubation_created_at_index on organizations.incubation (created_at, id)`,
  `create index incubation_applied_on_index on organizations.incubation (applied_on)`,
  // R-INC-06: one open incubation per organization across all bases.
  `create unique index incubation_open_unique on organizations.incubation (organization_id)
    where stage not in ('GRADUATED', 'ALUMNI', 'REJECTED', 'WITHDRAWN', 'EXITED')`,
  `create table organizations.stage_event (
    incubation_id uuid not null references organizations.incubation,
    position integer not null check (position > 0),
    from_stage text,
    to_stage text not null,
    at timestamptz(3) not null default now(),
    note text,
    primary key (incubation_id, position)
  )`,
  `create table organizations.project (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    name_en text,
    organization_id uuid not null references organizations.organization,
    beneficiaries text[] not null default '{}',
    started_on date,
    ended_on date,
    ${row},
    ${provenance}
  )`,
  `create index project_organization_id_index on organizations.project (organization_id, created_at, id)`,
  `create index project_created_at_index on organizations.project (created_at, id)`,
  `create table organizations.award (
    id uuid primary key,
    title text not null,
    level text not null check (level in ('NATIONAL', 'PROVINCIAL', 'PREFECTURE', 'COUNTY')),
    subject text not null check (subject in ('VOLUNTEER', 'ORGANIZATION', 'PROJECT', 'COMMUNITY')),
    year integer check (year between 1900 and 2200),
    issuer text,
    count integer not null check (count > 0),
    organization_id uuid references organizations.organization,
    project_id uuid references organizations.project,
    created_at timestamptz(3) not null default now(),
    ${provenance},
    check (num_nonnulls(organization_id, project_id) = 1)
  )`,
  `create index award_organization_id_index on organizations.award (organization_id)`,
  `create index award_project_id_index on organizations.award (project_id)`,
];

const totals = [
  areaAndAboveFunction('organizations'),
  `create table organizations.organization_total (
    area_code text collate "C" not null,
    kind text not null,
    registration_status text not null,
    service_level text not null,
    organizations bigint not null,
    certified_social_workers bigint not null,
    volunteers bigint not null,
    primary key (area_code, kind, registration_status, service_level)
  )`,
  `create function organizations.keep_organization_total() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if tg_op = 'INSERT' then
      with change as (select n.*, 1 as sign from new_rows n)
      insert into organizations.organization_total
      select above, kind, registration_status, coalesce(service_level, ''), sum(sign), sum(sign * certified_social_workers), sum(sign * volunteers)
      from change, unnest(organizations.area_and_above(area_code)) as above
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (area_code, kind, registration_status, service_level) do update set
        organizations = organization_total.organizations + excluded.organizations,
        certified_social_workers = organization_total.certified_social_workers + excluded.certified_social_workers,
        volunteers = organization_total.volunteers + excluded.volunteers;
    else
      with change as (select n.*, 1 as sign from new_rows n union all select o.*, -1 from old_rows o)
      insert into organizations.organization_total
      select above, kind, registration_status, coalesce(service_level, ''), sum(sign), sum(sign * certified_social_workers), sum(sign * volunteers)
      from change, unnest(organizations.area_and_above(area_code)) as above
      group by 1, 2, 3, 4
      having sum(sign) <> 0 or sum(sign * certified_social_workers) <> 0 or sum(sign * volunteers) <> 0
      order by 1, 2, 3, 4
      on conflict (area_code, kind, registration_status, service_level) do update set
        organizations = organization_total.organizations + excluded.organizations,
        certified_social_workers = organization_total.certified_social_workers + excluded.certified_social_workers,
        volunteers = organization_total.volunteers + excluded.volunteers;
    end if;
    return null;
  end $$`,
  `create trigger organization_total_insert after insert on organizations.organization
    referencing new table as new_rows for each statement execute function organizations.keep_organization_total()`,
  `create trigger organization_total_update after update on organizations.organization
    referencing new table as new_rows old table as old_rows for each statement execute function organizations.keep_organization_total()`,
  `create function organizations.funnel_rank(stage text) returns smallint language sql immutable parallel safe as $$
    select coalesce(array_position(array['APPLIED', 'SCREENING', 'REVIEWING', 'PUBLICIZED', 'ADMITTED', 'INCUBATING',
      'MIDTERM_REVIEW', 'FINAL_REVIEW', 'GRADUATED', 'ALUMNI'], stage), 0)::smallint
  $$`,
  `create function organizations.keep_furthest() returns trigger language plpgsql set search_path = '' as $$
  begin
    new.furthest := greatest(new.furthest, organizations.funnel_rank(new.stage));
    return new;
  end $$`,
  `create trigger incubation_furthest before insert or update on organizations.incubation
    for each row execute function organizations.keep_furthest()`,
  `create table organizations.incubation_total (
    area_code text collate "C" not null,
    furthest smallint not null,
    stage text not null,
    incubations bigint not null,
    primary key (area_code, furthest, stage)
  )`,
  `create function organizations.keep_incubation_total() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if tg_op = 'INSERT' then
      insert into organizations.incubation_total
      select above, furthest, stage, count(*) from new_rows, unnest(organizations.area_and_above(area_code)) as above
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (area_code, furthest, stage) do update set incubations = incubation_total.incubations + excluded.incubations;
    else
      with change as (
        select area_code, furthest, stage, 1 as sign from new_rows union all select area_code, furthest, stage, -1 from old_rows
      )
      insert into organizations.incubation_total
      select above, furthest, stage, sum(sign) from change, unnest(organizations.area_and_above(area_code)) as above
      group by 1, 2, 3 having sum(sign) <> 0 order by 1, 2, 3
      on conflict (area_code, furthest, stage) do update set incubations = incubation_total.incubations + excluded.incubations;
    end if;
    update organizations.organization o set incubation_status = latest.stage
    from (
      select distinct on (i.organization_id) i.organization_id, i.stage from organizations.incubation i
      where i.organization_id in (select organization_id from new_rows)
      order by i.organization_id, i.applied_on desc, i.created_at desc, i.id desc
    ) latest
    where o.id = latest.organization_id and o.incubation_status is distinct from latest.stage;
    return null;
  end $$`,
  `create trigger incubation_total_insert after insert on organizations.incubation
    referencing new table as new_rows for each statement execute function organizations.keep_incubation_total()`,
  `create trigger incubation_total_update after update on organizations.incubation
    referencing new table as new_rows old table as old_rows for each statement execute function organizations.keep_incubation_total()`,
  // History is append-only (R-INC-01), and organizations are closed, never deleted.
  `create function organizations.refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $$`,
  `create trigger stage_event_append_only before update or delete or truncate on organizations.stage_event
    for each statement execute function organizations.refuse_change()`,
];

const grants = [
  `grant select on all tables in schema organizations to hub_organizations`,
  `revoke select on organizations.migration from hub_organizations`,
  `grant insert on organizations.area, organizations.organization, organizations.rating_period, organizations.incubation,
    organizations.stage_event, organizations.project, organizations.award to hub_organizations`,
  `grant update on organizations.area, organizations.organization, organizations.incubation, organizations.project to hub_organizations`,
];
