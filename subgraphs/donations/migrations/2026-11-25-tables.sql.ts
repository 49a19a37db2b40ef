/** What campaigns, donations, pools and grants hold beyond the first version of their tables, and their histories. */
export const tableStatements = [
  `alter table donations.campaign
    add filed_on date,
    add emergency boolean not null default false,
    add mode text check (mode in ('DONATION_BOX', 'EVENT', 'MEDIA', 'OTHER')),
    add extra_filing_number text check (length(extra_filing_number) between 1 and 50),
    add platform_ids text[] not null default '{}',
    -- As it was when the campaign opened: the warnings of the filing number are computed from it.
    add fundraiser_uscc text,
    add fundraiser_qualified boolean,
    add has_plan boolean not null default false`,
  // R-FND-04. Who answers for the plan and where its money goes are for the department only: a table of their own.
  `create table donations.campaign_plan (
    campaign_id uuid primary key references donations.campaign,
    purpose text not null,
    areas text not null,
    ways_of_receiving text not null,
    beneficiaries text not null,
    use text not null,
    cost text not null,
    surplus text not null
  )`,
  `create table donations.campaign_contact (
    campaign_id uuid primary key references donations.campaign,
    responsible_person text not null,
    office_address text not null,
    bank_account text
  )`,
  // R-FND-06: data, not code. Days and names as commonly known; whoever runs the hub keeps them up to date.
  `create table donations.fundraising_platform (
    id text primary key check (id ~ '^[a-z0-9-]{1,40}$'),
    name text not null,
    designated_from date not null,
    designated_to date,
    check (designated_from < designated_to)
  )`,
  `insert into donations.fundraising_platform values
    ('tencent', '腾讯公益', '2016-09-01', null),
    ('taobao', '淘宝公益', '2016-09-01', null),
    ('alipay', '支付宝公益', '2016-09-01', null),
    ('weibo', '新浪微公益', '2016-09-01', null),
    ('jd', '京东公益', '2016-09-01', null),
    ('baidu', '百度公益', '2016-09-01', '2021-11-01'),
    ('gongyibao', '公益宝', '2016-09-01', null),
    ('xinhua', '新华公益', '2016-09-01', null),
    ('lianquan', '联劝网', '2016-09-01', null),
    ('guangyi', '广益联募', '2016-09-01', null),
    ('shuidi', '水滴公益', '2018-06-01', null),
    ('didi', '滴滴公益', '2018-06-01', null),
    ('meituan', '美团公益', '2018-06-01', null),
    ('shanyuan', '善源公益', '2018-06-01', null),
    ('bytedance', '字节跳动公益', '2021-11-15', null),
    ('xiaomi', '小米公益', '2021-11-15', null)`,
  history('campaign_event', 'campaign_id', 'donations.campaign'),
  history('grant_event', 'grant_id', 'donations.pool_grant'),
  // A refund's reason is not in the ledger, which holds nothing that people write.
  `create table donations.refund (
    id uuid primary key,
    donation_id uuid not null references donations.donation,
    entry_id uuid not null unique references donations.entry,
    amount_fen bigint not null check (amount_fen > 0),
    refunded_on date not null,
    reason text not null check (length(reason) <= 1000),
    created_at timestamptz(3) not null default now()
  )`,
  `create index refund_donation_id_index on donations.refund (donation_id, created_at, id)`,
  `create index donation_created_at_index on donations.donation (created_at, id)`,
  `alter table donations.funding_pool
    add months_min integer check (months_min > 0),
    add months_max integer check (months_max >= months_min),
    -- R-POOL-04: shares in percent, in the order of the stages.
    add instalments integer[] not null default '{}'`,
  `alter table donations.pool_grant
    add requested_fen bigint check (requested_fen >= amount_fen),
    add returned_fen bigint not null default 0 check (returned_fen >= 0),
    add months integer check (months > 0),
    add beneficiaries text[] not null default '{}',
    add starts_on date,
    add ends_on date,
    add midterm_passed boolean,
    add final_passed boolean,
    add constraint pool_grant_returns_only_rest check (disbursed_fen + returned_fen <= amount_fen),
    add check (starts_on < ends_on)`,
  `create index pool_grant_organization_index on donations.pool_grant (organization_id)`,
  ...['campaign_event', 'grant_event', 'refund', 'campaign_plan', 'campaign_contact'].flatMap(appendOnly),
];

/** Steps of something through its states. */
function history(table: string, owner: string, parent: string): string {
  return `create table donations.${table} (
    ${owner} uuid not null references ${parent},
    position integer not null check (position > 0),
    from_status text,
    to_status text not null,
    at timestamptz(3) not null default now(),
    note text check (length(note) <= 1000),
    primary key (${owner}, position)
  )`;
}

function appendOnly(table: string): string[] {
  return [
    `create trigger ${table}_append_only before update or delete or truncate on donations.${table}
      for each statement execute function donations.refuse_change()`,
    `alter table donations.${table} enable always trigger ${table}_append_only`,
  ];
}

/**
 * Says "the same donor" of two named gifts without saying who: a keyed hash of the name. The key never leaves the database, so
 * whoever copies the ledger cannot try names against it.
 */
export const donorKeyStatements = [
  `create table donations.donor_salt (singleton boolean primary key default true check (singleton), salt bytea not null)`,
  `insert into donations.donor_salt (salt)
    select decode(string_agg(replace(gen_random_uuid()::text, '-', ''), ''), 'hex') from generate_series(1, 2)`,
  `create function donations.named_donor_key(name text) returns text language sql stable security definer set search_path = '' as $$
    select 'name:' || encode(sha256(salt || sha256(salt || convert_to(name, 'UTF8'))), 'hex') from donations.donor_salt
  $$`,
  `revoke execute on function donations.named_donor_key from public`,
  `grant execute on function donations.named_donor_key to hub_donations`,
];
