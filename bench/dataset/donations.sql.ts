import { idOf, orderedIdOf, timeOf } from './expressions.js';
import { datasetCity } from './organizations.sql.js';
import type { DatasetSize } from './sizes.js';

const organizationsPerCampaign = 20;
const donorsPerOrganization = 20;
/** Gifts are taken in on four days of each month of three years. */
const [firstDay, months] = ["date '2023-01-05'", 36];
/** One gift of 500 goes back in part. */
const refundEvery = 500;
const refundedFen = 100;
const owners = (area: string) => `lateral (
    select 'AREA' as kind, above as id from unnest(donations.area_and_above(${area})) above
    union all select 'ORGANIZATION', organization_id::text
    union all select 'PROJECT', project_id::text where project_id is not null
    union all select 'CAMPAIGN', campaign_id::text
  ) owner`;

/** Tables with many rows, whose triggers rest and whose indexes are built behind the rows. */
export const bulkTables = [
  'donation',
  'in_kind_item',
  'entry',
  'posting',
  'refund',
  'fund_total',
  'fund_donor',
  'funder_total',
];

/**
 * SQL that writes campaigns, gifts with their entries and postings, refunds, and the totals kept of them. The tables' triggers must
 * rest meanwhile; `npm run check:books` finds what the totals then differ by from the ledger.
 */
export function donationStatements({ organizations, donations }: DatasetSize): string[] {
  const campaigns = Math.ceil(organizations / organizationsPerCampaign);
  return [
    `insert into donations.campaign (id, title, area_code, starts_on, status, created_at, updated_at, provenance)
      select ${idOf('campaign', 'n')}, '邻里公益募集' || n, '${datasetCity}', date '2023-01-01', 'OPEN', ${timeOf('n')}, ${timeOf('n')}, 'SYNTHETIC'
      from generate_series(0, ${campaigns - 1}) n order by n`,
    // The i-th gift to an organization is taken in on its day of the i-th month.
    `insert into donations.donation (id, campaign_id, kind, amount_fen, refunded_fen, donor_name, organization_id, project_id, area_code,
        received_on, status, created_at, updated_at, provenance)
      select ${orderedIdOf('donation', 'g.n')}, ${idOf('campaign', `p.n % ${campaigns}`)},
        case when g.n % 10 = 9 then 'IN_KIND' else 'CASH' end, 1000 + g.n * 7919 % 100000,
        case when g.n % ${refundEvery} = 0 then ${refundedFen} else 0 end,
        '捐赠人' || p.n || '-' || g.i % ${donorsPerOrganization}, p.id, p.project_id, p.area_code,
        (${firstDay} + (p.n + g.i) % ${months} * interval '1 month')::date + 7 * (p.n % 4),
        case when g.n % ${refundEvery} = 0 then 'PARTLY_REFUNDED' else 'RECEIVED' end, ${timeOf('g.n')}, ${timeOf('g.n')}, 'SYNTHETIC'
      from (select n, n % ${organizations} as organization, n / ${organizations} as i from generate_series(0::bigint, ${donations - 1}) n) g
      join place p on p.n = g.organization order by g.n`,
    `insert into donations.in_kind_item
      select id, 1, '生活物资', 1, '份', amount_fen, 'INVOICE' from donations.donation where kind = 'IN_KIND' order by id`,
    ...ledgerStatements,
    ...totalStatements,
  ];
}

/** The entry of a gift has the gift's id, with its first digit changed for the entry that gives back. */
const refundEntryId = `overlay(donation_id::text placing 'f' from 1 for 1)::uuid`;
const entryColumns = `id, kind, occurred_on, recorded_at, idempotency_scope, idempotency_key, request_hash, reverses, donation_id, campaign_id,
    organization_id, project_id, donor_key, area_code`;

const ledgerStatements = [
  `insert into donations.entry (${entryColumns})
    select id, 'DONATION', received_on, created_at, 'bench', id::text, '', null, id, campaign_id, organization_id, project_id,
      'name:' || md5(donor_name), area_code
    from donations.donation d order by d.id`,
  `insert into donations.entry (${entryColumns})
    select overlay(id::text placing 'f' from 1 for 1)::uuid, 'REFUND', received_on, created_at, 'bench', 'refund ' || id, '', id, id, campaign_id,
      organization_id, project_id, null, area_code
    from donations.donation d where refunded_fen > 0 order by d.id`,
  `insert into donations.posting (entry_id, position, account_code, amount_fen)
    select d.id, side.position, side.account, side.sign * d.amount_fen from donations.donation d,
      lateral (values (1::smallint, case kind when 'CASH' then 'CASH_HELD' else 'GOODS_HELD' end, 1),
        (2::smallint, case kind when 'CASH' then 'CASH_DONATIONS' else 'GOODS_DONATIONS' end, -1)) side(position, account, sign)
    order by d.id, side.position`,
  `insert into donations.posting (entry_id, position, account_code, amount_fen)
    select e.id, side.position, side.account, side.sign * ${refundedFen} from donations.entry e,
      lateral (values (1::smallint, 'REFUNDS', 1), (2::smallint, 'CASH_HELD', -1)) side(position, account, sign)
    where e.kind = 'REFUND' order by e.id, side.position`,
  `insert into donations.refund (id, donation_id, entry_id, amount_fen, refunded_on, reason, created_at)
    select ${refundEntryId}, donation_id, id, ${refundedFen}, occurred_on, '重复捐赠', recorded_at
    from donations.entry where kind = 'REFUND' order by id`,
];

/** As the ledger's triggers would have kept them, had the gifts come one by one: spread over eight shards. */
const totalStatements = [
  `insert into donations.donation_total
    select owner.id, 0, count(*) from donations.donation d, lateral (values (''), (d.campaign_id::text)) owner(id) group by 1 order by 1`,
  `insert into donations.fund_donor
    select distinct owner.kind, owner.id, donor_key
    from (select distinct organization_id, project_id, campaign_id, area_code, donor_key from donations.entry where donor_key is not null) e,
      ${owners('area_code')} order by 1, 2, 3`,
  `create temporary table day_total as
    select organization_id, project_id, campaign_id, area_code, received_on, (hashtext(organization_id::text || received_on) & 7)::smallint as shard,
      sum(amount_fen) filter (where kind = 'CASH') as cash, sum(amount_fen) filter (where kind = 'IN_KIND') as in_kind,
      sum(refunded_fen) as refunded, count(*) as gifts
    from donations.donation group by 1, 2, 3, 4, 5`,
  `insert into donations.fund_total
    with summed as (
      select owner.kind as owner_kind, owner.id as owner_id, grain.name as grain, grain.starts_on, shard,
        sum(cash) as cash, sum(in_kind) as in_kind, sum(refunded) as refunded, sum(gifts) as gifts
      from day_total, ${owners('area_code')},
        lateral (values ('A', date '0001-01-01'), ('M', date_trunc('month', received_on)::date), ('D', received_on)) grain(name, starts_on)
      group by 1, 2, 3, 4, 5
    ), donors as (select owner_kind, owner_id, count(*) as donors from donations.fund_donor group by 1, 2)
    select s.owner_kind, s.owner_id, s.grain, s.starts_on, s.shard, coalesce(s.cash, 0), coalesce(s.in_kind, 0), 0, s.refunded, 0, 0, s.gifts,
      case when s.grain = 'A' and s.shard = min(s.shard) over (partition by s.owner_kind, s.owner_id, s.grain, s.starts_on) then d.donors else 0 end
    from summed s join donors d using (owner_kind, owner_id) order by 1, 2, 3, 4, 5`,
  `insert into donations.funder_total
    select organization_id, 'name:' || md5(donor_name), sum(amount_fen - refunded_fen) from donations.donation group by 1, 2 order by 1, 2`,
  `insert into donations.funding_concentration
    select organization_id, 0, sum(raised_fen), sum(raised_fen::numeric * raised_fen) from donations.funder_total group by 1 order by 1`,
];
