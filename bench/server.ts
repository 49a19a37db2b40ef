import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { driverConfig } from '#shared/database/connection.js';
import { ensureDatabase } from '#shared/database/ensure.js';
import { type DatabaseAddress, parseDatabaseUrl } from '#shared/database/url.js';
import { startEmbeddedPostgres } from '#shared/postgres/server.js';
import { databaseUrl } from '../test/kit/database.js';
import { loadDataset } from './dataset/load.js';
import type { DatasetName } from './dataset/sizes.js';
import { parentOf, root, usageOfFamily } from './processes.js';

/** A server that holds a dataset. */
export interface DatasetServer {
  url: string;
  address: DatabaseAddress;
  /** CPU seconds that PostgreSQL has taken so far; NaN when it runs on another machine. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/** What a server is filled with. */
export interface KeptDataset {
  name: string;
  /** Where the compiled code lies that makes it. */
  folder: string;
  /** Fills an empty database, as its superuser. */
  load(address: DatabaseAddress): Promise<void>;
}

/** Yields a server with one of the hub's datasets. */
export const openDataset = (name: DatasetName): Promise<DatasetServer> =>
  openKept({ name, folder: 'dist/bench/dataset', load: (address) => loadDataset(address, name) });

/**
 * Yields a server with a dataset: a database of its own on DATABASE_URL's, else an embedded one below `.data/`. A loaded dataset is
 * kept for the next run, until the code that makes it or the schema changes. What is measured must only read.
 */
export async function openKept(dataset: KeptDataset): Promise<DatasetServer> {
  const { name } = dataset;
  const version = versionOf(dataset.folder);
  const given = process.env['DATABASE_URL'];
  if (given !== undefined) return onGivenServer(given, dataset, version);
  const folders = join(root, '.data');
  const folder = `bench-${name}-${version}`;
  mkdirSync(folders, { recursive: true });
  for (const old of readdirSync(folders))
    if (old.startsWith(`bench-${name}-`) && old !== folder) rmSync(join(folders, old), { recursive: true });
  const dataDir = join(folders, folder);
  const loaded = join(dataDir, 'loaded');
  if (!existsSync(loaded)) rmSync(dataDir, { recursive: true, force: true });
  // Nothing of a throw-away dataset has to survive a power cut; everything else is as the hub starts it.
  const server = await startEmbeddedPostgres({ dataDir, settings: ['fsync=off', 'max_wal_size=2GB'] });
  const address = server.address('hub');
  try {
    if (!existsSync(loaded)) {
      await ensureDatabase(server.address('postgres'), 'hub');
      await load(address, dataset);
      writeFileSync(loaded, '');
    }
    return { ...(await counted(address)), stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function onGivenServer(url: string, dataset: KeptDataset, version: string): Promise<DatasetServer> {
  const admin = parseDatabaseUrl(url);
  if ('mistake' in admin) throw new Error(`DATABASE_URL: ${admin.mistake}`);
  const address = { ...admin, database: `hub_bench_${dataset.name.toLowerCase()}_${version}` };
  const client = new pg.Client(driverConfig(admin, 'bench'));
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [address.database]);
  if (rowCount === 0) {
    await client.query(`create database ${address.database}_loading`);
    await load({ ...address, database: `${address.database}_loading` }, dataset);
    await client.query(`alter database ${address.database}_loading rename to ${address.database}`);
  }
  await client.end();
  return { ...(await counted(address)), stop: () => Promise.resolve() };
}

async function load(address: DatabaseAddress, dataset: KeptDataset): Promise<void> {
  const began = performance.now();
  process.stderr.write(`Loading dataset ${dataset.name} …`);
  await dataset.load(address);
  process.stderr.write(` ${((performance.now() - began) / 1_000).toFixed(0)} s\n`);
}

/** Every backend is a child of the server. */
async function counted(address: DatabaseAddress): Promise<Omit<DatasetServer, 'stop'>> {
  const client = new pg.Client(driverConfig(address, 'bench'));
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = (rows[0] as { pid: number }).pid;
  const isHere =
    existsSync(`/proc/${pid}/stat`) && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  const server = isHere ? parentOf(pid) : null;
  await client.end();
  return {
    address,
    url: databaseUrl(address),
    cpuSeconds: () => (server === null ? Number.NaN : usageOfFamily(server)),
  };
}

/** A hash of the code that makes a dataset and of the schema's. */
function versionOf(madeBy: string): string {
  const hash = createHash('sha256');
  const folders = [
    [madeBy, '.js'],
    ['dist/shared/database', '.sql.js'],
    ...readdirSync(join(root, 'dist/subgraphs')).map((name) => [`dist/subgraphs/${name}/migrations`, '.js']),
  ] as [string, string][];
  for (const [folder, ending] of folders)
    for (const file of readdirSync(join(root, folder)).sort())
      if (file.endsWith(ending)) hash.update(readFileSync(join(root, folder, file)));
  return hash.digest('hex').slice(0, 12);
}
