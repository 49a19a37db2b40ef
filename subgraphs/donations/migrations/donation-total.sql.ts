import { guardTable } from '#shared/database/row-security.sql.js';

/** The key of all donations; a campaign's is its id. */
const all = `''`;
const owners = `lateral (values (${all}), (d.campaign_id::text)) owner(id) where owner.id is not null`;

/**
 * How many donations there are, in all and of each campaign: to count millions of rows takes seconds. Spread over shards by
 * transaction, so that donations at the same time do not wait for one row. A donation stays with its campaign and is never deleted.
 */
export const donationTotalStatements = [
  `create table donations.donation_total (
    owner_id text collate "C" not null,
    shard smallint not null,
    donations bigint not null,
    primary key (owner_id, shard)
  )`,
  `insert into donations.donation_total select owner.id, 0, count(*) from donations.donation d, ${owners} group by 1`,
  `create function donations.keep_donation_total() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into donations.donation_total
    select owner.id, (pg_current_xact_id()::text::bigint % 8)::smallint, count(*) from new_rows d, ${owners} group by 1 order by 1
    on conflict (owner_id, shard) do update set donations = donation_total.donations + excluded.donations;
    return null;
  end $$`,
  `create trigger donation_total_insert after insert on donations.donation
    referencing new table as new_rows for each statement execute function donations.keep_donation_total()`,
  `grant select on donations.donation_total to hub_donations`,
  // Whoever may not read donations does not learn how many there are.
  ...guardTable('donations', 'donation_total', { read: `donations.viewer_is('finance', 'admin')` }),
];
