import 'reflect-metadata';
import pg from 'pg';
import { driverConfig } from '#shared/database/connection.js';
import { provision } from '#shared/database/provision.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import { subgraphs } from '#gateway/embedded.js';
import { bulkTables, donationStatements } from './donations.sql.js';
import { organizationStatements } from './organizations.sql.js';
import { partnerStatements } from './partners.sql.js';
import { type DatasetName, datasetSizes } from './sizes.js';

/**
 * Makes the hub's tables in a database that holds none of its rows and fills them with the dataset of a size, the same on every
 * machine; `superuser` must be one. S takes 2 s, W 10 s, L minutes and about 10 GB.
 */
export async function loadDataset(superuser: DatabaseAddress, name: DatasetName): Promise<void> {
  await provision(subgraphs.organizations, superuser);
  await provision(subgraphs.partners, superuser);
  await provision(subgraphs.donations, superuser);
  await provision(subgraphs.identity, superuser);
  const client = new pg.Client(driverConfig(superuser, 'bench dataset'));
  await client.connect();
  try {
    const size = datasetSizes[name];
    await client.query(`begin; set local work_mem = '256MB'; set local maintenance_work_mem = '512MB'`);
    for (const statement of [...organizationStatements(size), ...partnerStatements(size)])
      await client.query(statement);
    await client.query('analyze place');
    await inBulk(client, donationStatements(size));
    await client.query('commit');
    // As an old database is: what autovacuum does within the first minutes.
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
}

/** Runs statements while the big tables' triggers rest and their secondary indexes are away; both are then as they were. */
async function inBulk(client: pg.Client, statements: readonly string[]): Promise<void> {
  const { rows: triggers } = await client.query<{ name: string; table: string; mode: string }>(
    `select t.tgname as name, t.tgrelid::regclass::text as table, t.tgenabled as mode from pg_trigger t
     where not t.tgisinternal and t.tgrelid = any($1::regclass[])`,
    [bulkTables.map((table) => `donations.${table}`)],
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [bulkTables.map((table) => `donations.${table}`)],
  );
  for (const { name, table } of triggers) await client.query(`alter table ${table} disable trigger ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query('set local session_replication_role = replica');
  for (const statement of statements) await client.query(statement);
  await client.query('set local session_replication_role = origin');
  for (const { definition } of indexes) await client.query(definition);
  for (const { name, table, mode } of triggers)
    await client.query(`alter table ${table} ${mode === 'A' ? 'enable always' : 'enable'} trigger ${name}`);
}
