import pg from 'pg';
import { driverConfig } from './connection.js';
import type { DatabaseAddress } from './url.js';

/** Makes a database on the embedded server unless it is there. */
export async function ensureDatabase(server: DatabaseAddress, name: string): Promise<void> {
  const client = new pg.Client(driverConfig(server, 'hub setup'));
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
