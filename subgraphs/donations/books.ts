import type { Books, Invariant } from '#shared/books.js';

/** What each entry adds to which owner's sums: what the totals must be, read from the ledger alone. */
const owned = `select owner.kind as owner_kind, owner.id as owner_id, e.occurred_on,
    case when exists (select from donations.entry m where m.reverses = e.id and m.kind = 'REVERSAL') then null else e.donor_key end as donor_key,
    c.cash, c.in_kind, c.pledged, c.refunded, c.granted, c.disbursed,
    case when e.kind = 'DONATION' then 1 when e.kind = 'REVERSAL' and r.kind = 'DONATION' then -1 else 0 end as gifts
  from donations.entry e left join donations.entry r on r.id = e.reverses
  join lateral (select
    coalesce(sum(-amount_fen) filter (where account_code = 'CASH_DONATIONS'), 0) as cash,
    coalesce(sum(-amount_fen) filter (where account_code = 'GOODS_DONATIONS'), 0) as in_kind,
    coalesce(sum(amount_fen) filter (where account_code = 'PLEDGES_RECEIVABLE'), 0) as pledged,
    coalesce(sum(amount_fen) filter (where account_code = 'REFUNDS'), 0) as refunded,
    coalesce(sum(amount_fen) filter (where account_code = 'GRANTS_AWARDED'), 0) as granted,
    coalesce(sum(-amount_fen) filter (where account_code = 'POOL_CASH'), 0) as disbursed
    from donations.posting where entry_id = e.id) c on true,
  lateral (
    select 'AREA' as kind, above as id from unnest(donations.area_and_above(e.area_code)) above
    union all select 'ORGANIZATION', e.organization_id::text where e.organization_id is not null
    union all select 'PROJECT', e.project_id::text where e.project_id is not null
    union all select 'CAMPAIGN', e.campaign_id::text where e.campaign_id is not null
    union all select 'PARTNER', e.donor_partner_id::text where e.donor_partner_id is not null
  ) owner`;

const sums = ['cash', 'in_kind', 'pledged', 'refunded', 'granted', 'disbursed'];

const ledger: Invariant[] = [
  {
    id: 'I1',
    says: 'all postings together are zero',
    sql: `select 'sum ' || sum(amount_fen) as broken from donations.posting having sum(amount_fen) <> 0`,
  },
  {
    id: 'I2',
    says: 'every entry balances and has at least two postings',
    sql: `select entry_id::text as broken from donations.posting group by entry_id having sum(amount_fen) <> 0 or count(*) < 2`,
  },
  {
    id: 'I3',
    says: 'no entry is without postings',
    sql: `select e.id::text as broken from donations.entry e where not exists (select from donations.posting p where p.entry_id = e.id)`,
  },
  {
    id: 'I4',
    says: 'no refunds are above the gift they give back',
    sql: `select e.donation_id::text as broken from donations.entry e join donations.posting p on p.entry_id = e.id
      where e.donation_id is not null group by e.donation_id
      having coalesce(sum(p.amount_fen) filter (where p.account_code = 'REFUNDS'), 0)
        > coalesce(sum(-p.amount_fen) filter (where p.account_code in ('CASH_DONATIONS', 'GOODS_DONATIONS')), 0)`,
  },
  {
    id: 'I5',
    says: 'no account stands on the wrong side, for no donation and no grant',
    sql: `select coalesce(e.donation_id, e.grant_id) || ' ' || p.account_code as broken
      from donations.entry e join donations.posting p on p.entry_id = e.id
      group by e.donation_id, e.grant_id, p.account_code
      having (p.account_code in ('CASH_HELD', 'GOODS_HELD', 'PLEDGES_RECEIVABLE', 'GRANTS_AWARDED', 'REFUNDS') and sum(p.amount_fen) < 0)
        or (p.account_code in ('CASH_DONATIONS', 'GOODS_DONATIONS', 'PLEDGES', 'GRANTS_PAYABLE', 'POOL_CASH') and sum(p.amount_fen) > 0)`,
  },
];

const totals: Invariant[] = [
  {
    id: 'I6',
    says: 'kept totals of funds are the sums of the ledger, since ever, by month and by day',
    sql: `with kept as (
        select owner_kind, owner_id, grain::text, starts_on, ${sums.map((sum) => `sum(${sum}_fen) as ${sum}`).join(', ')}, sum(donations) as gifts
        from donations.fund_total group by 1, 2, 3, 4
      ), counted as (
        select o.owner_kind, o.owner_id, g.grain, g.starts_on, ${sums.map((sum) => `sum(o.${sum}) as ${sum}`).join(', ')}, sum(o.gifts) as gifts
        from (${owned}) o, lateral (values ('A', date '0001-01-01'), ('M', date_trunc('month', o.occurred_on)::date), ('D', o.occurred_on)) g(grain, starts_on)
        group by 1, 2, 3, 4
      )
      select owner_kind || ' ' || owner_id || ' ' || grain || ' ' || starts_on as broken
      from kept full join counted using (owner_kind, owner_id, grain, starts_on)
      where (${[...sums, 'gifts'].map((sum) => `coalesce(kept.${sum}, 0)`).join(', ')})
        is distinct from (${[...sums, 'gifts'].map((sum) => `coalesce(counted.${sum}, 0)`).join(', ')})`,
  },
  {
    id: 'I6',
    says: 'kept numbers of donors are those of the ledger',
    sql: `with kept as (select owner_kind, owner_id, sum(donors) as donors from donations.fund_total where grain = 'A' group by 1, 2),
      counted as (select owner_kind, owner_id, count(distinct donor_key) as donors from (${owned}) o where donor_key is not null group by 1, 2)
      select owner_kind || ' ' || owner_id as broken from kept full join counted using (owner_kind, owner_id)
      where coalesce(kept.donors, 0) <> coalesce(counted.donors, 0)`,
  },
  {
    id: 'I6',
    says: 'kept numbers of donations are those of the rows',
    sql: `with kept as (select owner_id, sum(donations) as donations from donations.donation_total group by 1),
      counted as (select owner.id as owner_id, count(*) as donations
        from donations.donation d, lateral (values (''), (d.campaign_id::text)) owner(id) where owner.id is not null group by 1)
      select 'donations of ' || owner_id as broken from kept full join counted using (owner_id)
      where coalesce(kept.donations, 0) <> coalesce(counted.donations, 0)`,
  },
  {
    id: 'I6',
    says: 'what is kept of each funder of an organization, and of how concentrated they are, is what the ledger says',
    sql: `with counted as (select e.organization_id, coalesce(e.donor_key, r.donor_key) as donor_key, sum(-p.amount_fen) as fen
        from donations.posting p join donations.entry e on e.id = p.entry_id left join donations.entry r on r.id = e.reverses
        where p.account_code in ('CASH_DONATIONS', 'GOODS_DONATIONS', 'REFUNDS') and e.organization_id is not null
          and coalesce(e.donor_key, r.donor_key) is not null group by 1, 2),
      sums as (select organization_id, sum(fen) as fen, sum(fen * fen) as squares from counted group by 1),
      kept as (select organization_id, sum(raised_fen) as fen, sum(squares) as squares from donations.funding_concentration group by 1)
      select organization_id || ' ' || donor_key as broken from donations.funder_total full join counted using (organization_id, donor_key)
      where coalesce(raised_fen, 0) <> coalesce(fen, 0)
      union all select organization_id::text from kept full join sums using (organization_id)
      where (coalesce(kept.fen, 0), coalesce(kept.squares, 0)) is distinct from (coalesce(sums.fen, 0), coalesce(sums.squares, 0))`,
  },
  {
    id: 'I6',
    says: 'what a donation says is refunded is what the ledger gave back',
    sql: `select d.id::text as broken from donations.donation d
      where d.refunded_fen <> (select coalesce(sum(p.amount_fen), 0) from donations.entry e join donations.posting p on p.entry_id = e.id
        where e.donation_id = d.id and p.account_code = 'REFUNDS')`,
  },
  {
    id: 'I6',
    says: 'a donation is REVERSED exactly when everything that was booked for it is',
    sql: `select d.id::text as broken from donations.donation d
      left join lateral (select count(*) as booked, count(m.id) as reversed from donations.entry e
        left join donations.entry m on m.reverses = e.id and m.kind = 'REVERSAL'
        where e.donation_id = d.id and e.kind in ('DONATION', 'PLEDGE')) l on true
      where d.status = 'REVERSED' and l.reversed < l.booked
        or d.status <> 'REVERSED' and l.booked > 0 and l.reversed = l.booked`,
  },
  {
    id: 'I6',
    says: 'what a grant says is awarded and paid is what the ledger holds',
    sql: `select g.id::text as broken from donations.pool_grant g
      left join lateral (select coalesce(sum(p.amount_fen) filter (where p.account_code = 'GRANTS_AWARDED'), 0) as awarded,
        coalesce(sum(-p.amount_fen) filter (where p.account_code = 'POOL_CASH'), 0) as disbursed
        from donations.entry e join donations.posting p on p.entry_id = e.id where e.grant_id = g.id) l on true
      where g.disbursed_fen <> l.disbursed
        or l.awarded <> case when g.status in ('AWARDED', 'IN_PROGRESS', 'CLOSED') then g.amount_fen when g.status = 'TERMINATED' then g.disbursed_fen else 0 end`,
  },
  {
    id: 'I6',
    says: 'what a pool says is awarded and paid is what the ledger holds',
    sql: `select o.id::text as broken from donations.funding_pool o
      left join lateral (select coalesce(sum(p.amount_fen) filter (where p.account_code = 'GRANTS_AWARDED'), 0) as awarded,
        coalesce(sum(-p.amount_fen) filter (where p.account_code = 'POOL_CASH'), 0) as disbursed
        from donations.pool_grant g join donations.entry e on e.grant_id = g.id join donations.posting p on p.entry_id = e.id where g.pool_id = o.id) l on true
      where o.awarded_fen <> l.awarded or o.disbursed_fen <> l.disbursed or l.awarded > o.budget_fen`,
  },
  {
    id: 'I7',
    says: "the dashboards' totals of all provinces are the ledger's total",
    sql: `with kept as (select coalesce(sum(cash_fen + in_kind_fen - refunded_fen), 0) as raised from donations.fund_total
        where owner_kind = 'AREA' and grain = 'A' and owner_id like '__0000'),
      counted as (select coalesce(sum(-p.amount_fen), 0) as raised
        from donations.posting p join donations.entry e on e.id = p.entry_id
        where e.area_code is not null and p.account_code in ('CASH_DONATIONS', 'GOODS_DONATIONS', 'REFUNDS'))
      select 'dashboards ' || kept.raised || ', ledger ' || counted.raised as broken from kept, counted where kept.raised <> counted.raised`,
  },
];

const idsOf = (columns: [table: string, column: string][]) =>
  columns
    .map(([table, column]) => `select ${column} as id from donations.${table} where ${column} is not null`)
    .join(' union ');

/** What must always be so in the books of money. */
export const books: Books = {
  invariants: [...ledger, ...totals],
  foreignIds: [
    {
      says: 'every organization that money names exists',
      owner: 'organizations',
      table: 'organization',
      sql: idsOf([
        ['donation', 'organization_id'],
        ['campaign', 'organization_id'],
        ['pool_grant', 'organization_id'],
        ['entry', 'organization_id'],
      ]),
    },
    {
      says: 'every project that money names exists',
      owner: 'organizations',
      table: 'project',
      sql: idsOf([
        ['donation', 'project_id'],
        ['campaign', 'project_id'],
        ['pool_grant', 'project_id'],
        ['entry', 'project_id'],
      ]),
    },
    {
      says: 'every partner that money names exists',
      owner: 'partners',
      table: 'partner',
      sql: idsOf([
        ['donation', 'donor_partner_id'],
        ['campaign', 'fundraiser_id'],
        ['entry', 'donor_partner_id'],
      ]),
    },
  ],
};
