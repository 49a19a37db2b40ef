const owners = `lateral (
      select 'AREA' as kind, above as id from unnest(donations.area_and_above(e.area_code)) above
      union all select 'ORGANIZATION', e.organization_id::text where e.organization_id is not null
      union all select 'PROJECT', e.project_id::text where e.project_id is not null
      union all select 'CAMPAIGN', e.campaign_id::text where e.campaign_id is not null
      union all select 'PARTNER', e.donor_partner_id::text where e.donor_partner_id is not null
    ) owner`;

/** Whether an entry counts for an owner. */
const countsFor = `case o.owner_kind
          when 'AREA' then o.owner_id = any(donations.area_and_above(e.area_code))
          when 'ORGANIZATION' then e.organization_id::text = o.owner_id
          when 'PROJECT' then e.project_id::text = o.owner_id
          when 'CAMPAIGN' then e.campaign_id::text = o.owner_id
          else e.donor_partner_id::text = o.owner_id end`;

/**
 * A donation that a file recorded by mistake is never deleted: an entry on its own day takes it off the books, and its donors, unless
 * they gave something else, off the numbers of donors.
 */
export const reversalStatements = [
  `alter table donations.donation drop constraint donation_status_check,
    add constraint donation_status_check check (status in ('PLEDGED', 'RECEIVED', 'PARTLY_REFUNDED', 'REFUNDED', 'REVERSED'))`,
  `create index entry_donor_key_index on donations.entry (donor_key) where kind = 'DONATION'`,
  // A gift of one of these donors at the same time finds its donor counted, and would not count him again: gifts wait for the end of this,
  // which is the last that a file's taking back does in the books.
  `create function donations.forget_reversed_donors(wanted_job uuid) returns void language plpgsql security definer set search_path = '' as $$
  begin
    lock table donations.fund_donor in share row exclusive mode;
    with owned as (
      select distinct owner.kind as owner_kind, owner.id as owner_id, e.donor_key
      from donations.import_change c join donations.entry e on e.donation_id = c.entity_id and e.kind = 'DONATION'
      join donations.entry m on m.reverses = e.id and m.kind = 'REVERSAL', ${owners}
      where c.job = wanted_job
    ), gone as (
      select o.* from owned o where not exists (
        select from donations.entry e left join donations.entry m on m.reverses = e.id and m.kind = 'REVERSAL'
        where e.donor_key = o.donor_key and e.kind = 'DONATION' and m.id is null and ${countsFor})
    ), dropped as (
      delete from donations.fund_donor d using gone g
      where d.owner_kind = g.owner_kind and d.owner_id = g.owner_id and d.donor_key = g.donor_key returning d.owner_kind, d.owner_id
    )
    insert into donations.fund_total
    select owner_kind, owner_id, 'A', date '0001-01-01', donations.own_shard(), 0, 0, 0, 0, 0, 0, 0, -count(*)
    from dropped group by 1, 2 order by 1, 2
    on conflict (owner_kind, owner_id, grain, starts_on, shard) do update set donors = fund_total.donors + excluded.donors;
  end $$`,
  `revoke execute on function donations.forget_reversed_donors from public`,
  `grant execute on function donations.forget_reversed_donors to hub_donations`,
];

/** What the functions that keep sums said of the shard before. */
const byTransaction = '(pg_current_xact_id()::text::bigint % 8)::smallint';

/**
 * A transaction adds to sums in a shard of eight, and waits for another that has the same. A file is one long transaction: it has a shard
 * that no gift has, so gifts wait for it only where they are of a donor in the file.
 */
export const shardStatements = [
  `create function donations.own_shard() returns smallint language sql volatile set search_path = '' as $$
    select case when current_setting('hub.whole_file', true) = 'on' then 8 else pg_current_xact_id()::text::bigint % 8 end::smallint
  $$`,
  ...['keep_fund_total', 'keep_donation_total', 'keep_funders'].map(
    (name) => `do $do$ begin
      execute replace(pg_get_functiondef('donations.${name}'::regproc), '${byTransaction}', 'donations.own_shard()');
    end $do$`,
  ),
];
