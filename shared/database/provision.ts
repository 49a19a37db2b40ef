import { createHmac } from 'node:crypto';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { StartError } from '../start-error.js';
import type { Subgraph } from '../subgraph.js';
import { driverConfig } from './connection.js';
import { ormOptions } from './open.js';
import type { DatabaseAddress } from './url.js';

/** Processes that start at the same time migrate one after the other. */
const migrationLock = 0x6d696772;

/**
 * Yields where a subgraph enters its database: the same server, as its least-privilege role.
 * The role's password follows from the administrator's, so that every process with the same URL knows it and nobody stores it.
 */
export function roleAddress(name: string, admin: DatabaseAddress): DatabaseAddress {
  const { password, ...rest } = admin;
  const user = `hub_${name}`;
  if (password === undefined) return { ...rest, user };
  return { ...rest, user, password: createHmac('sha256', password).update(user).digest('hex') };
}

/** Makes the subgraph's schema and role and runs the migrations that have not run; safe to call from many processes at once. */
export async function provision<C>(subgraph: Subgraph<C>, admin: DatabaseAddress): Promise<void> {
  const client = await connect(subgraph.name, admin);
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await makeRole(client, roleAddress(subgraph.name, admin));
    await client.query(`create schema if not exists ${subgraph.name}`);
    await client.query(`grant usage on schema ${subgraph.name} to hub_${subgraph.name}`);
    if (!(await isMigrated(client, subgraph))) await migrate(subgraph, admin);
  } finally {
    await client.end();
  }
}

async function connect(name: string, admin: DatabaseAddress): Promise<pg.Client> {
  const client = new pg.Client(driverConfig(admin, `hub migrator ${name}`));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const place = `${admin.host}:${admin.port}/${admin.database} as ${admin.user}`;
    throw new StartError(
      `DATABASE_URL: cannot reach PostgreSQL at ${place} (${(error as Error).message || 'no answer'}).`,
    );
  }
}

async function makeRole(client: pg.Client, role: DatabaseAddress): Promise<void> {
  try {
    await client.query(
      `do $$ begin create role ${role.user} login; exception when duplicate_object or unique_violation then null; end $$`,
    );
    if (role.password !== undefined) {
      await client.query(`alter role ${role.user} password ${client.escapeLiteral(role.password)}`);
    }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code !== '42501') throw error;
    throw new StartError(
      `DATABASE_URL: its user may not make the role ${role.user} (${message}); give it CREATEROLE.`,
    );
  }
}

/** Whether every migration has run: to open the migrator only to learn that costs more than all else of a start. */
async function isMigrated<C>(client: pg.Client, { name, migrations }: Subgraph<C>): Promise<boolean> {
  const { rows: tables } = await client.query<{ found: string | null }>('select to_regclass($1) as found', [
    `${name}.migration`,
  ]);
  if (tables[0]?.found == null) return false;
  const { rows } = await client.query<{ name: string }>(`select name from ${name}.migration`);
  const ran = new Set(rows.map((row) => row.name));
  return migrations.every((migration) => ran.has(migration.name));
}

async function migrate<C>(
  { name, entities, migrations }: Subgraph<C>,
  admin: DatabaseAddress,
): Promise<void> {
  const orm = await MikroORM.init({
    ...ormOptions(name, admin, entities),
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration', schema: name },
  });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}
