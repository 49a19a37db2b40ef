import { Migration } from '@mikro-orm/migrations';
import { areaAndAboveFunction } from '#shared/database/area-ancestors.js';

/** Partners, agreements, resources, links, and the totals that an area's link summary is read from. */
export class Partners20261124 extends Migration {
  override up(): void {
    for (const statement of [...tables, ...capacity, ...totals, ...grants]) this.addSql(statement);
  }
}

const row = `created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    version integer not null default 1`;
const provenance = `provenance text not null check (provenance in ('PUBLISHED', 'REGISTERED', 'IMPORTED', 'SYNTHETIC')),
    source text,
    check (provenance <> 'PUBLISHED' or source is not null)`;
/** Quantities keep the digits they were given: at most 15 before the point and 3 behind it. */
const amount = (column: string) => `${column} < 1e15 and scale(${column}) <= 3`;
const kinds = `('UNIVERSITY', 'FOUNDATION', 'CHARITY_PLATFORM', 'CHARITY_ORGANIZATION', 'ENTERPRISE', 'GOVERNMENT_BODY', 'PROCURATORATE')`;
const categories = `('VENUE', 'FUND', 'GOODS', 'EXPERT', 'VOLUNTEER_TIME', 'TRAINING', 'PROJECT', 'EQUIPMENT', 'MEDIA')`;

const tables = [
  `create table partners.partner (
    id uuid primary key,
    uscc text,
    name text not null check (length(name) between 1 and 200),
    name_en text check (length(name_en) between 1 and 200),
    kind text not null check (kind in ${kinds}),
    area_code text collate "C",
    ${row},
    ${provenance}
  )`,
  `create unique index partner_uscc_unique on partners.partner (uscc)`,
  `create index partner_created_at_index on partners.partner (created_at, id)`,
  `create table partners.cooperation_agreement (
    id uuid primary key,
    partner_id uuid not null references partners.partner,
    organization_id uuid,
    title text not null check (length(title) between 1 and 200),
    scope text[] not null check (scope <@ array${categories.replace('(', '[').replace(')', ']')}),
    valid_from date,
    valid_to date,
    created_at timestamptz(3) not null default now(),
    ${provenance},
    check (valid_from < valid_to)
  )`,
  `create index cooperation_agreement_partner_id_index on partners.cooperation_agreement (partner_id)`,
  `create table partners.resource (
    id uuid primary key,
    partner_id uuid not null references partners.partner,
    title text not null check (length(title) between 1 and 200),
    description text check (length(description) <= 4000),
    category text not null check (category in ${categories}),
    capacity numeric not null check (capacity > 0 and ${amount('capacity')}),
    held numeric not null default 0 check (held >= 0),
    remaining numeric generated always as (capacity - held) stored,
    unit text not null check (length(unit) between 1 and 20),
    area_codes text[] not null default '{}',
    available_from date,
    available_to date,
    status text not null check (status in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    published_at timestamptz(3),
    last_active_at timestamptz(3),
    ${row},
    ${provenance},
    constraint resource_capacity_not_exceeded check (held <= capacity),
    check (available_from < available_to),
    check (status <> 'PUBLISHED' or published_at is not null)
  )`,
  `create index resource_partner_id_index on partners.resource (partner_id, created_at, id)`,
  `create index resource_created_at_index on partners.resource (created_at, id)`,
  `create table partners.resource_link (
    id uuid primary key,
    resource_id uuid not null references partners.resource,
    partner_id uuid not null references partners.partner,
    organization_id uuid not null,
    area_code text collate "C" not null,
    project_id uuid,
    category text not null,
    partner_kind text not null,
    status text not null check (status in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'FULFILLED', 'DECLINED', 'CANCELLED')),
    quantity numeric not null check (quantity > 0 and ${amount('quantity')}),
    starts_on date,
    ends_on date,
    ${row},
    ${provenance},
    check (starts_on < ends_on)
  )`,
  `create index resource_link_organization_id_index on partners.resource_link (organization_id, created_at, id)`,
  `create index resource_link_partner_id_index on partners.resource_link (partner_id, created_at, id)`,
  `create index resource_link_resource_id_index on partners.resource_link (resource_id, created_at, id)`,
  `create index resource_link_project_id_index on partners.resource_link (project_id, created_at, id)`,
  `create index resource_link_created_at_index on partners.resource_link (created_at, id)`,
  `create index resource_link_area_code_index on partners.resource_link (area_code) where status = 'ACTIVE'`,
  `create table partners.link_event (
    link_id uuid not null references partners.resource_link,
    position integer not null check (position > 0),
    from_status text,
    to_status text not null,
    at timestamptz(3) not null default now(),
    note text check (length(note) <= 1000),
    primary key (link_id, position)
  )`,
];

const capacity = [
  // A link's partner, category and kind are its resource's: the database copies them, so they cannot differ.
  `create function partners.fill_link() returns trigger language plpgsql set search_path = '' as $$
  begin
    select r.partner_id, r.category, p.kind into new.partner_id, new.category, new.partner_kind
    from partners.resource r join partners.partner p on p.id = r.partner_id where r.id = new.resource_id;
    return new;
  end $$`,
  `create trigger resource_link_fill before insert on partners.resource_link for each row execute function partners.fill_link()`,
  // What ACCEPTED and ACTIVE links hold is kept on the resource's row; its lock and its check decide races.
  `create function partners.hold_capacity() returns trigger language plpgsql security definer set search_path = '' as $$
  declare
    before numeric := 0;
    after numeric := 0;
  begin
    if new.status in ('ACCEPTED', 'ACTIVE') then after := new.quantity; end if;
    if tg_op = 'UPDATE' and old.status in ('ACCEPTED', 'ACTIVE') then before := old.quantity; end if;
    if after <> before then
      update partners.resource set held = held + after - before where id = new.resource_id;
    end if;
    if tg_op = 'UPDATE' and old.status = 'ACTIVE' and new.status <> 'ACTIVE' then
      update partners.resource set last_active_at = now() where id = new.resource_id;
    end if;
    return null;
  end $$`,
  `create trigger resource_link_hold after insert or update of status, quantity on partners.resource_link
    for each row execute function partners.hold_capacity()`,
];

const totals = [
  areaAndAboveFunction('partners'),
  `create table partners.link_total (
    area_code text collate "C" not null,
    status text not null,
    category text not null,
    partner_kind text not null,
    links bigint not null,
    primary key (area_code, status, category, partner_kind)
  )`,
  // How many ACTIVE links each party has in an area; those above zero are counted in link_party_total.
  `create table partners.link_party (
    area_code text collate "C" not null,
    party_kind text not null,
    party_id uuid not null,
    active bigint not null,
    primary key (area_code, party_kind, party_id)
  )`,
  `create table partners.link_party_total (
    area_code text collate "C" primary key,
    organizations bigint not null,
    partners bigint not null
  )`,
  `create function partners.add_link_changes(changes partners.resource_link[], signs integer[]) returns void
  language plpgsql security definer set search_path = '' as $$
  begin
    insert into partners.link_total
    select above, c.status, c.category, c.partner_kind, sum(s.sign)
    from unnest(signs) with ordinality s(sign, n) join unnest(changes) with ordinality c on c.ordinality = s.n,
      unnest(partners.area_and_above(c.area_code)) above
    group by 1, 2, 3, 4 having sum(s.sign) <> 0 order by 1, 2, 3, 4
    on conflict (area_code, status, category, partner_kind) do update set links = link_total.links + excluded.links;

    with change as (
      select above as area_code, party.kind as party_kind, party.id as party_id, sum(s.sign) as delta
      from unnest(signs) with ordinality s(sign, n) join unnest(changes) with ordinality c on c.ordinality = s.n and c.status = 'ACTIVE',
        unnest(partners.area_and_above(c.area_code)) above,
        lateral (values ('ORGANIZATION', c.organization_id), ('PARTNER', c.partner_id)) party(kind, id)
      group by 1, 2, 3 having sum(s.sign) <> 0 order by 1, 2, 3
    ), kept as (
      insert into partners.link_party select area_code, party_kind, party_id, delta from change
      on conflict (area_code, party_kind, party_id) do update set active = link_party.active + excluded.active
      returning area_code, party_kind, party_id, active
    ), crossed as (
      select k.area_code, k.party_kind, sum((k.active > 0)::int - (k.active - c.delta > 0)::int) as delta
      from kept k join change c using (area_code, party_kind, party_id) group by 1, 2
    )
    insert into partners.link_party_total
    select area_code, coalesce(sum(delta) filter (where party_kind = 'ORGANIZATION'), 0), coalesce(sum(delta) filter (where party_kind = 'PARTNER'), 0)
    from crossed group by 1 having count(*) filter (where delta <> 0) > 0 order by 1
    on conflict (area_code) do update set organizations = link_party_total.organizations + excluded.organizations,
      partners = link_party_total.partners + excluded.partners;
  end $$`,
  `create function partners.keep_link_total() returns trigger language plpgsql set search_path = '' as $$
  declare
    changes partners.resource_link[];
    signs integer[];
  begin
    if tg_op = 'INSERT' then
      select array_agg(n), array_agg(1) into changes, signs from new_rows n;
    else
      select array_agg(c.row), array_agg(c.sign) into changes, signs
      from (select n::partners.resource_link as row, 1 as sign from new_rows n union all select o::partners.resource_link, -1 from old_rows o) c;
    end if;
    if changes is not null then perform partners.add_link_changes(changes, signs); end if;
    return null;
  end $$`,
  `revoke execute on function partners.add_link_changes from public`,
  `alter function partners.keep_link_total() security definer`,
  `create trigger link_total_insert after insert on partners.resource_link
    referencing new table as new_rows for each statement execute function partners.keep_link_total()`,
  `create trigger link_total_update after update on partners.resource_link
    referencing new table as new_rows old table as old_rows for each statement execute function partners.keep_link_total()`,
  `create function partners.refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $$`,
  `create trigger link_event_append_only before update or delete or truncate on partners.link_event
    for each statement execute function partners.refuse_change()`,
];

const grants = [
  `grant select on all tables in schema partners to hub_partners`,
  `revoke select on partners.migration from hub_partners`,
  `grant insert on partners.partner, partners.cooperation_agreement, partners.resource, partners.resource_link, partners.link_event to hub_partners`,
  `grant update on partners.partner, partners.cooperation_agreement, partners.resource, partners.resource_link to hub_partners`,
];
