import 'reflect-metadata';
import pg from 'pg';
import { driverConfig } from '#shared/database/connection.js';
import { provision } from '#shared/database/provision.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import { subgraphs } from '#gateway/embedded.js';
import { type NetworkSize, networkStatements } from './network.sql.js';

/** Makes the partners' tables in an empty database and fills them with a network; `superuser` must be one. A million links take a minute. */
export async function loadNetwork(superuser: DatabaseAddress, size: NetworkSize): Promise<void> {
  await provision(subgraphs.partners, superuser);
  const client = new pg.Client(driverConfig(superuser, 'bench dataset'));
  await client.connect();
  try {
    await client.query(`begin; set local work_mem = '512MB'; set local session_replication_role = replica`);
    for (const statement of networkStatements(size)) await client.query(statement);
    await client.query('commit');
    // As an old database is: what autovacuum does within the first minutes.
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
}
