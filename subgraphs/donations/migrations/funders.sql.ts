const received = `p.account_code in ('CASH_DONATIONS', 'GOODS_DONATIONS', 'REFUNDS')`;

/** What entries whose postings a statement names add to what each funder gave each organization; what goes back is its giver's. */
const changesOf = (
  postings: string,
) => `select e.organization_id, coalesce(e.donor_key, r.donor_key) as donor_key, sum(-p.amount_fen)::bigint as fen
    from ${postings} p join donations.entry e on e.id = p.entry_id left join donations.entry r on r.id = e.reverses
    where ${received} and e.organization_id is not null and coalesce(e.donor_key, r.donor_key) is not null
    group by 1, 2 having sum(p.amount_fen) <> 0 order by 1, 2`;

/**
 * How much each funder gave each organization, less what went back, and per organization the sum of it and of its squares: how
 * concentrated its funding is costs the same for ten gifts and ten million. The sums are spread over shards by transaction, so that gifts
 * at the same time do not wait for one row. Funders are keys that name nobody; an anonymous gift is a funder of its own.
 */
export const funderStatements = [
  `create table donations.funder_total (
    organization_id uuid not null,
    donor_key text not null,
    raised_fen bigint not null,
    primary key (organization_id, donor_key)
  )`,
  `create table donations.funding_concentration (
    organization_id uuid not null,
    shard smallint not null,
    raised_fen bigint not null,
    squares numeric not null,
    primary key (organization_id, shard)
  )`,
  `insert into donations.funder_total ${changesOf('donations.posting')}`,
  `insert into donations.funding_concentration
    select organization_id, 0, sum(raised_fen), sum(raised_fen::numeric * raised_fen) from donations.funder_total group by 1`,
  // The largest funder of an organization comes first.
  `create index funder_total_largest_index on donations.funder_total (organization_id, raised_fen desc)`,
  // What was taken in is found by entry_organization_index, what went back by this.
  `create index entry_given_back_index on donations.entry (organization_id, occurred_on) where kind in ('REFUND', 'REVERSAL')`,
  `create function donations.keep_funders() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    with change as (${changesOf('new_rows')}), kept as (
      insert into donations.funder_total select organization_id, donor_key, fen from change order by 1, 2
      on conflict (organization_id, donor_key) do update set raised_fen = funder_total.raised_fen + excluded.raised_fen
      returning organization_id, donor_key, raised_fen
    )
    insert into donations.funding_concentration
    select k.organization_id, (pg_current_xact_id()::text::bigint % 8)::smallint, sum(c.fen),
      sum(k.raised_fen::numeric * k.raised_fen - (k.raised_fen - c.fen)::numeric * (k.raised_fen - c.fen))
    from kept k join change c using (organization_id, donor_key) group by 1 order by 1
    on conflict (organization_id, shard) do update set raised_fen = funding_concentration.raised_fen + excluded.raised_fen,
      squares = funding_concentration.squares + excluded.squares;
    return null;
  end $$`,
  `create trigger posting_c_funders after insert on donations.posting
    referencing new table as new_rows for each statement execute function donations.keep_funders()`,
  `alter table donations.posting enable always trigger posting_c_funders`,
  `grant select on donations.funder_total, donations.funding_concentration to hub_donations`,
];
