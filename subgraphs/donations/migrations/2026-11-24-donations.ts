import { Migration } from '@mikro-orm/migrations';
import { areaAndAboveFunction } from '#shared/database/area-ancestors.js';
import { ledgerStatements } from './ledger.sql.js';

/** Campaigns, donations, pools, grants, the ledger, and the totals that every sum of funds is read from. */
export class Donations20261124 extends Migration {
  override up(): void {
    for (const statement of [areaAndAboveFunction('donations'), ...tables, ...ledgerStatements, ...grants])
      this.addSql(statement);
  }
}

const row = `created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    version integer not null default 1`;
const provenance = `provenance text not null check (provenance in ('PUBLISHED', 'REGISTERED', 'IMPORTED', 'SYNTHETIC')),
    source text,
    check (provenance <> 'PUBLISHED' or source is not null)`;

const tables = [
  `create table donations.campaign (
    id uuid primary key,
    title text not null check (length(title) between 1 and 200),
    title_en text check (length(title_en) between 1 and 200),
    filing_number text,
    fundraiser_id uuid,
    organization_id uuid,
    project_id uuid,
    area_code text collate "C",
    starts_on date not null,
    ends_on date,
    target_fen bigint check (target_fen > 0),
    status text not null check (status in ('DRAFT', 'FILED', 'OPEN', 'CLOSED', 'CANCELLED')),
    ${row},
    ${provenance},
    check (starts_on < ends_on)
  )`,
  `create index campaign_created_at_index on donations.campaign (created_at, id)`,
  `create table donations.donation (
    id uuid primary key,
    campaign_id uuid references donations.campaign,
    kind text not null check (kind in ('CASH', 'IN_KIND')),
    amount_fen bigint not null check (amount_fen between 0 and 100000000000000),
    refunded_fen bigint not null default 0,
    donor_name text check (length(donor_name) <= 200),
    anonymous boolean not null default false,
    donor_partner_id uuid,
    organization_id uuid,
    project_id uuid,
    area_code text collate "C",
    received_on date not null,
    status text not null check (status in ('PLEDGED', 'RECEIVED', 'PARTLY_REFUNDED', 'REFUNDED')),
    receipt_number text,
    ${row},
    ${provenance},
    constraint donation_refunds_within_gift check (refunded_fen between 0 and amount_fen),
    -- R-FND-13: what is not stored cannot leak.
    constraint donation_anonymous_has_no_name check (not anonymous or (donor_name is null and donor_partner_id is null))
  )`,
  `create index donation_campaign_id_index on donations.donation (campaign_id, created_at, id)`,
  `create table donations.in_kind_item (
    donation_id uuid not null references donations.donation,
    position integer not null check (position > 0),
    name text not null check (length(name) between 1 and 200),
    quantity numeric not null check (quantity > 0 and quantity < 1e15 and scale(quantity) <= 3),
    unit text not null check (length(unit) between 1 and 20),
    fair_value_fen bigint check (fair_value_fen between 1 and 100000000000000),
    valuation text not null check (valuation in ('INVOICE', 'CUSTOMS', 'MARKET', 'APPRAISAL', 'NOT_MEASURABLE')),
    primary key (donation_id, position),
    -- R-VAL-01: what cannot be measured has no value and is in no sum.
    check ((valuation = 'NOT_MEASURABLE') = (fair_value_fen is null))
  )`,
  `create table donations.funding_pool (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    kind text not null check (kind in ('PUBLIC_WELFARE_VENTURE', 'LIVELIHOOD_MICRO_PROJECT', 'SOCIAL_SERVICE', 'OPERATING_GRANT')),
    area_codes text[] not null default '{}',
    budget_fen bigint not null check (budget_fen > 0),
    awarded_fen bigint not null default 0 check (awarded_fen >= 0),
    disbursed_fen bigint not null default 0 check (disbursed_fen >= 0),
    per_grant_max_fen bigint check (per_grant_max_fen > 0),
    per_organization_max integer check (per_organization_max > 0),
    ${row},
    ${provenance},
    -- R-POOL-01
    constraint funding_pool_not_exhausted check (awarded_fen <= budget_fen),
    constraint funding_pool_pays_only_awards check (disbursed_fen <= awarded_fen)
  )`,
  `create table donations.pool_grant (
    id uuid primary key,
    pool_id uuid not null references donations.funding_pool,
    organization_id uuid not null,
    project_id uuid,
    area_code text collate "C" not null,
    amount_fen bigint not null check (amount_fen > 0),
    disbursed_fen bigint not null default 0,
    status text not null check (status in ('APPLIED', 'AWARDED', 'IN_PROGRESS', 'CLOSED', 'REJECTED', 'TERMINATED')),
    ${row},
    ${provenance},
    constraint pool_grant_pays_only_award check (disbursed_fen between 0 and amount_fen)
  )`,
  `create index pool_grant_pool_id_index on donations.pool_grant (pool_id, created_at, id)`,
];

const grants = [
  `grant select on all tables in schema donations to hub_donations`,
  `revoke select on donations.migration from hub_donations`,
  `grant insert on donations.campaign, donations.donation, donations.in_kind_item, donations.funding_pool, donations.pool_grant,
    donations.entry, donations.posting to hub_donations`,
  // Never update on the ledger, and nothing but reading on what is kept from it.
  `grant update on donations.campaign, donations.donation, donations.funding_pool, donations.pool_grant to hub_donations`,
];
