/**
 * The ledger: double entry in integer fen, append-only.
 * An amount above zero debits its account, one below credits it. All postings of an entry come in one statement, so the
 * database can refuse an unbalanced or a late posting at once: no deferred check exists that a session could switch off.
 */
export const ledgerStatements = [
  `create table donations.account (
    code text primary key,
    name text not null,
    kind text not null check (kind in ('ASSET', 'LIABILITY', 'INCOME', 'EXPENSE'))
  )`,
  `insert into donations.account values
    ('CASH_HELD', 'Cash received and not refunded', 'ASSET'),
    ('GOODS_HELD', 'Goods received at fair value', 'ASSET'),
    ('PLEDGES_RECEIVABLE', 'Pledges not received yet', 'ASSET'),
    ('CASH_DONATIONS', 'Donations received in cash', 'INCOME'),
    ('GOODS_DONATIONS', 'Donations received in kind', 'INCOME'),
    ('PLEDGES', 'Pledges made, until received', 'INCOME'),
    ('REFUNDS', 'Donations given back', 'EXPENSE'),
    ('GRANTS_AWARDED', 'Grants awarded', 'EXPENSE'),
    ('GRANTS_PAYABLE', 'Grants awarded and not paid out', 'LIABILITY'),
    ('POOL_CASH', 'Cash of the funding pools', 'ASSET')`,
  `create table donations.entry (
    id uuid primary key,
    kind text not null check (kind in ('PLEDGE', 'DONATION', 'REFUND', 'REVERSAL', 'AWARD', 'DISBURSEMENT')),
    occurred_on date not null,
    recorded_at timestamptz(3) not null default now(),
    idempotency_scope text not null,
    idempotency_key text not null,
    request_hash text not null,
    reverses uuid references donations.entry,
    donation_id uuid references donations.donation,
    grant_id uuid references donations.pool_grant,
    campaign_id uuid references donations.campaign,
    organization_id uuid,
    project_id uuid,
    donor_partner_id uuid,
    -- Says "the same donor" without saying who; null where no donor is counted.
    donor_key text,
    area_code text collate "C",
    constraint entry_once unique (idempotency_scope, idempotency_key),
    check ((kind in ('REFUND', 'REVERSAL')) = (reverses is not null)),
    check ((kind = 'DONATION') = (donor_key is not null)),
    check (num_nonnulls(donation_id, grant_id) = 1)
  )`,
  `create unique index entry_reversed_once on donations.entry (reverses) where kind = 'REVERSAL'`,
  `create index entry_donation_id_index on donations.entry (donation_id)`,
  `create index entry_area_index on donations.entry (area_code, occurred_on) where kind = 'DONATION'`,
  `create index entry_organization_index on donations.entry (organization_id, occurred_on) where kind = 'DONATION'`,
  `create index entry_project_index on donations.entry (project_id, occurred_on) where kind = 'DONATION'`,
  `create index entry_campaign_index on donations.entry (campaign_id, occurred_on) where kind = 'DONATION'`,
  `create index entry_partner_index on donations.entry (donor_partner_id, occurred_on) where kind = 'DONATION'`,
  `create table donations.posting (
    entry_id uuid not null references donations.entry,
    position smallint not null check (position > 0),
    account_code text not null references donations.account,
    amount_fen bigint not null check (amount_fen <> 0 and abs(amount_fen) <= 100000000000000),
    primary key (entry_id, position)
  )`,

  `create function donations.check_postings() returns trigger language plpgsql set search_path = '' as $$
  declare
    wrong uuid;
  begin
    select entry_id into wrong from new_rows group by entry_id having sum(amount_fen) <> 0 or count(*) < 2 limit 1;
    if found then
      raise exception 'entry % does not balance', wrong using errcode = 'check_violation', constraint = 'posting_balanced';
    end if;
    select p.entry_id into wrong from donations.posting p
    where p.entry_id in (select n.entry_id from new_rows n)
      and not exists (select from new_rows n where n.entry_id = p.entry_id and n.position = p.position) limit 1;
    if found then
      raise exception 'entry % is complete', wrong using errcode = 'check_violation', constraint = 'posting_not_late';
    end if;
    return null;
  end $$`,
  `create trigger posting_a_check after insert on donations.posting
    referencing new table as new_rows for each statement execute function donations.check_postings()`,
  `create function donations.check_entry() returns trigger language plpgsql set search_path = '' as $$
  begin
    if not exists (select from donations.posting where entry_id = new.id) then
      raise exception 'entry % has no postings', new.id using errcode = 'check_violation', constraint = 'entry_has_postings';
    end if;
    return null;
  end $$`,
  `create constraint trigger entry_has_postings after insert on donations.entry deferrable initially deferred
    for each row execute function donations.check_entry()`,

  `create function donations.refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $$`,
  ...['entry', 'posting', 'account'].map(
    (table) => `create trigger ${table}_append_only before update or delete or truncate on donations.${table}
      for each statement execute function donations.refuse_change()`,
  ),
  // The triggers hold even where a session asks for replication mode.
  ...['entry', 'posting', 'account'].map(
    (table) => `alter table donations.${table} enable always trigger ${table}_append_only`,
  ),
  `alter table donations.posting enable always trigger posting_a_check`,

  // Sums per owner since ever (A), by month (M) and by day (D), so that any period is whole months and the days at its ends.
  // Each sum is spread over shards by transaction, so that donations at the same time to the same owner do not wait for one row.
  `create table donations.fund_total (
    owner_kind text not null,
    owner_id text collate "C" not null,
    grain char(1) not null check (grain in ('A', 'M', 'D')),
    starts_on date not null,
    shard smallint not null,
    cash_fen bigint not null,
    in_kind_fen bigint not null,
    pledged_fen bigint not null,
    refunded_fen bigint not null,
    granted_fen bigint not null,
    disbursed_fen bigint not null,
    donations bigint not null,
    donors bigint not null,
    primary key (owner_kind, owner_id, grain, starts_on, shard)
  )`,
  `create table donations.fund_donor (
    owner_kind text not null,
    owner_id text collate "C" not null,
    donor_key text not null,
    primary key (owner_kind, owner_id, donor_key)
  )`,
  `create function donations.keep_fund_total() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    with change as (
      select e.id, e.kind, e.occurred_on, e.reverses, e.donor_key, e.area_code, e.organization_id, e.project_id, e.campaign_id, e.donor_partner_id,
        coalesce(sum(-p.amount_fen) filter (where p.account_code = 'CASH_DONATIONS'), 0) as cash,
        coalesce(sum(-p.amount_fen) filter (where p.account_code = 'GOODS_DONATIONS'), 0) as in_kind,
        coalesce(sum(p.amount_fen) filter (where p.account_code = 'PLEDGES_RECEIVABLE'), 0) as pledged,
        coalesce(sum(p.amount_fen) filter (where p.account_code = 'REFUNDS'), 0) as refunded,
        coalesce(sum(p.amount_fen) filter (where p.account_code = 'GRANTS_AWARDED'), 0) as granted,
        coalesce(sum(-p.amount_fen) filter (where p.account_code = 'POOL_CASH'), 0) as disbursed
      from new_rows p join donations.entry e on e.id = p.entry_id group by e.id
    ), owned as (
      select owner.kind as owner_kind, owner.id as owner_id, c.*,
        case when c.kind = 'DONATION' then 1
          when c.kind = 'REVERSAL' then -(select (r.kind = 'DONATION')::int from donations.entry r where r.id = c.reverses)
          else 0 end as gifts
      from change c, lateral (
        select 'AREA' as kind, above as id from unnest(donations.area_and_above(c.area_code)) above
        union all select 'ORGANIZATION', c.organization_id::text where c.organization_id is not null
        union all select 'PROJECT', c.project_id::text where c.project_id is not null
        union all select 'CAMPAIGN', c.campaign_id::text where c.campaign_id is not null
        union all select 'PARTNER', c.donor_partner_id::text where c.donor_partner_id is not null
      ) owner
    ), donor as (
      insert into donations.fund_donor select distinct owner_kind, owner_id, donor_key from owned where donor_key is not null
      order by 1, 2, 3 on conflict do nothing returning owner_kind, owner_id
    ), summed as (
      select o.owner_kind, o.owner_id, g.grain, g.starts_on, sum(o.cash) as cash, sum(o.in_kind) as in_kind, sum(o.pledged) as pledged,
        sum(o.refunded) as refunded, sum(o.granted) as granted, sum(o.disbursed) as disbursed, sum(o.gifts) as gifts
      from owned o, lateral (values
        ('A', date '0001-01-01'), ('M', date_trunc('month', o.occurred_on)::date), ('D', o.occurred_on)
      ) g(grain, starts_on)
      group by 1, 2, 3, 4
    )
    insert into donations.fund_total
    select s.owner_kind, s.owner_id, s.grain, s.starts_on, (pg_current_xact_id()::text::bigint % 8)::smallint, s.cash, s.in_kind, s.pledged,
      s.refunded, s.granted, s.disbursed, s.gifts,
      case when s.grain = 'A' then (select count(*) from donor d where d.owner_kind = s.owner_kind and d.owner_id = s.owner_id) else 0 end
    from summed s order by 1, 2, 3, 4
    on conflict (owner_kind, owner_id, grain, starts_on, shard) do update set
      cash_fen = fund_total.cash_fen + excluded.cash_fen,
      in_kind_fen = fund_total.in_kind_fen + excluded.in_kind_fen,
      pledged_fen = fund_total.pledged_fen + excluded.pledged_fen,
      refunded_fen = fund_total.refunded_fen + excluded.refunded_fen,
      granted_fen = fund_total.granted_fen + excluded.granted_fen,
      disbursed_fen = fund_total.disbursed_fen + excluded.disbursed_fen,
      donations = fund_total.donations + excluded.donations,
      donors = fund_total.donors + excluded.donors;
    return null;
  end $$`,
  `create trigger posting_b_total after insert on donations.posting
    referencing new table as new_rows for each statement execute function donations.keep_fund_total()`,
  `alter table donations.posting enable always trigger posting_b_total`,
];
