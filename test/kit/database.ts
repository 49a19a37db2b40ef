import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { driverConfig } from '#shared/database/connection.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import { eventually } from './eventually.js';

/** A database of its own for a test file. */
export interface TestDatabase {
  /** As the server's administrator. */
  address: DatabaseAddress;
  url: string;
  drop(): Promise<void>;
}

/** The server that the run started, or that TEST_DATABASE_URL names. */
export function testServer(): DatabaseAddress {
  return JSON.parse(process.env['HUB_TEST_SERVER'] ?? 'null') as DatabaseAddress;
}

/** Copies a template: `demo` holds the demonstration dataset, `empty` only the migrated tables. */
export async function testDatabase(template: 'demo' | 'empty'): Promise<TestDatabase> {
  const database = `hub_${randomBytes(6).toString('hex')}_test`;
  const admin = async (statement: string) => {
    const client = new pg.Client(driverConfig(testServer(), 'hub test'));
    await client.connect();
    // Files that start at the same moment copy the same template; PostgreSQL lets only one do so.
    await client.query('select pg_advisory_lock(1)');
    await client.query(statement);
    await client.end();
  };
  await admin(`create database ${database} template hub_${template}_template_test`);
  const address = { ...testServer(), database };
  return { address, url: databaseUrl(address), drop: () => dropDatabase(database, admin) };
}

async function dropDatabase(database: string, admin: (statement: string) => Promise<void>): Promise<void> {
  if (!database.endsWith('_test')) throw new Error(`Will not drop ${database}: it is no test database.`);
  await admin(`drop database if exists ${database} with (force)`);
}

/** Writes an address as a connection URL. */
export function databaseUrl({ host, port, user, password, database }: DatabaseAddress): string {
  const secret = password === undefined ? '' : `:${encodeURIComponent(password)}`;
  return `postgresql://${user}${secret}@${encodeURIComponent(host)}:${port}/${database}`;
}

/** Runs SQL as a role (the administrator when none is given) on a connection of its own. */
export async function withClient<T>(
  address: DatabaseAddress,
  run: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(driverConfig(address, 'hub test'));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** Waits until a statement waits for a lock that a connection's transaction holds; another connection watches. */
export async function somebodyWaitsFor(holder: pg.Client, watcher: pg.Client): Promise<void> {
  const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and $1 = any(pg_blocking_pids(pid))`;
  await eventually(async () => (await watcher.query(waiting, [rows[0]?.pid])).rowCount !== 0, 60_000, 5);
}
