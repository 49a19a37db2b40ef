// The three statements of the workload, prepared, for every peer: what a careful person would write by hand on the hub's own tables.
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const rowsOf = async (name, text, values) => (await pool.query({ name, text, values })).rows;

/** The place behind which a page begins, out of one of the hub's cursors. */
function placeOf(after) {
  if (after == null) return ['-infinity', '00000000-0000-0000-0000-000000000000'];
  const [, key, id] = JSON.parse(Buffer.from(after, 'base64url').toString());
  return [key, id];
}

/** Yields a page of organizations: id and name. */
export const organizationsBehind = (first, after) =>
  rowsOf(
    'organizations',
    `select id, name from organizations.organization where (created_at, id) > ($1::timestamptz, $2::uuid)
     order by created_at, id limit $3`,
    [...placeOf(after), first],
  );

/** Yields the first links of each organization, oldest first, with the title of the resource and the partner's id and name. */
export const firstLinks = (organizationIds, first) =>
  rowsOf(
    'links',
    `select parent.id as organization_id, r.title, p.id as partner_id, p.name as partner_name
     from unnest($1::uuid[]) as parent(id) cross join lateral (
       select l.resource_id, l.partner_id, l.created_at, l.id from partners.resource_link l
       where l.organization_id = parent.id order by l.created_at, l.id limit $2) l
     join partners.resource r on r.id = l.resource_id join partners.partner p on p.id = l.partner_id
     order by l.created_at, l.id`,
    [organizationIds, first],
  );

/** Yields what was raised for each organization, in fen as a text, and how many gifts. */
export const sumsOfFunds = (organizationIds) =>
  rowsOf(
    'funds',
    `select owner_id, sum(cash_fen + in_kind_fen - refunded_fen)::text as fen, sum(donations)::int as donations
     from donations.fund_total where owner_kind = 'ORGANIZATION' and owner_id = any($1::text[]) and grain = 'A' group by 1`,
    [organizationIds],
  );

/** Writes fen as yuan with two decimals. */
export function yuan(fen) {
  const digits = fen.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
