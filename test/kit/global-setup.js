import 'reflect-metadata';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { driverConfig } from '#shared/database/connection.js';
import { parseDatabaseUrl } from '#shared/database/url.js';
import { startEmbeddedPostgres } from '#shared/postgres/server.js';
import { embedSubgraphs } from '#gateway/embedded.js';

// Throw-away data: what a crash would lose is nobody's.
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

/** Starts one server for the run and makes two template databases: migrated and empty, and with the demonstration dataset. */
export default async function globalSetup() {
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined) {
    const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-test-'));
    // Where root runs the tests, PostgreSQL runs as nobody and must be able to enter.
    chmodSync(dataDir, 0o755);
    globalThis.hubTestServer = {
      dataDir,
      postgres: await startEmbeddedPostgres({ dataDir, settings: fast }),
    };
  }
  const server =
    url === undefined ? globalThis.hubTestServer.postgres.address('postgres') : parseDatabaseUrl(url);
  if ('mistake' in server) throw new Error(`TEST_DATABASE_URL: allowed is ${server.mistake}`);
  process.env.HUB_TEST_SERVER = JSON.stringify(server);

  const client = new pg.Client(driverConfig(server, 'hub test setup'));
  await client.connect();
  for (const template of ['hub_empty_template_test', 'hub_demo_template_test']) {
    await client.query(`drop database if exists ${template}`);
    await client.query(`create database ${template}`);
    const subgraphs = await embedSubgraphs(() => ({ ...server, database: template }));
    if (template.includes('demo')) await subgraphs.loadDemo();
    await subgraphs.close();
  }
  await client.end();
}
