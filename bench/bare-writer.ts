import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { driverConfig } from '#shared/database/connection.js';
import { runningPostgres } from '#shared/postgres/server.js';

/** Copies the rows of one donation that the hub wrote, under new ids, by prepared statements over as many connections as there are clients. */
export async function bareWriter(
  dataDir: string,
  connections: number,
): Promise<{ once(): Promise<void>; close(): Promise<void> }> {
  const address = runningPostgres(dataDir, 'hub');
  if (address === null) throw new Error('The embedded server does not run.');
  const pool = new pg.Pool({ ...driverConfig(address, 'bench bare'), max: connections });
  // A connection that ends with the server is no news: what went wrong is told by the statement.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const first = async (sql: string, values: unknown[] = []) =>
    (await pool.query(sql, values)).rows[0] as Record<string, unknown>;
  return {
    once: async () => {
      model ??= readModel(first);
      await copyOf(pool, await model);
    },
    close: () => pool.end(),
  };
}

type Model = Record<'donation' | 'entry' | 'idempotency' | 'audit', Record<string, unknown>> & {
  postings: Record<string, unknown>[];
};
let model: Promise<Model> | undefined;

async function readModel(
  first: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>>,
): Promise<Model> {
  const donation = await first(
    `select * from donations.donation where donor_name like 'donor %' order by created_at desc limit 1`,
  );
  const entry = await first('select * from donations.entry where donation_id = $1', [donation['id']]);
  const postings = await first(
    'select json_agg(p order by position) as list from donations.posting p where entry_id = $1',
    [entry['id']],
  );
  const idempotency = await first('select * from donations.idempotency where key = $1', [
    entry['idempotency_key'],
  ]);
  const audit = await first(
    `select json_agg(json_build_object('entity', entity, 'entityId', entity_id, 'changes', changes)) as records, min(subject) as subject, string_to_array(min(array_to_string(roles, ',')), ',') as roles, min(action) as action
     from donations.audit_record where entity_id in ($1, $2)`,
    [donation['id'], entry['id']],
  );
  return { donation, entry, postings: postings['list'] as Record<string, unknown>[], idempotency, audit };
}

async function copyOf(
  pool: pg.Pool,
  { donation, entry, postings, idempotency, audit }: Model,
): Promise<void> {
  const [donationId, entryId, key] = [randomUUID(), randomUUID(), randomUUID()];
  const client = await pool.connect();
  const insert = (name: string, table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    return client.query({
      name,
      text: `insert into donations.${table} (${columns.join(', ')}) values (${places})`,
      values: Object.values(row),
    });
  };
  try {
    await client.query('begin');
    const { answer, ...claimed } = idempotency;
    await insert('claim', 'idempotency', { ...claimed, key });
    await insert('donation', 'donation', { ...donation, id: donationId });
    await insert('entry', 'entry', {
      ...entry,
      id: entryId,
      donation_id: donationId,
      idempotency_key: key,
      donor_key: `bench ${key}`,
    });
    await client.query({
      name: 'postings',
      text: `insert into donations.posting select $1, p.position, p.account_code, p.amount_fen from json_to_recordset($2) p(position smallint, account_code text, amount_fen bigint)`,
      values: [entryId, JSON.stringify(postings)],
    });
    await client.query({
      name: 'audit',
      text: 'select donations.append_audit($1, $2, $3, $4, $5)',
      values: [JSON.stringify(audit['records']), audit['subject'], audit['roles'], audit['action'], key],
    });
    await client.query({
      name: 'answer',
      text: 'update donations.idempotency set answer = $1 where scope = $2 and key = $3',
      values: [answer, idempotency['scope'], key],
    });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
