import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import { openDatabase } from './database/open.js';
import { provision, roleAddress } from './database/provision.js';
import { DatabasePulse } from './database/pulse.js';
import type { DatabaseAddress } from './database/url.js';
import { DataVersions } from './data-version/data-versions.js';
import type { Directory } from './directory.js';
import { defaultLimits } from './limits.js';
import type { Logger } from './log.js';
import { primaryOnly, type Servers, withReplicas } from './replica/servers.js';
import { ReplicaWatch } from './replica/watch.js';
import {
  type BackgroundLimits,
  buildSubgraph,
  type Subgraph,
  type SubgraphExecutor,
  subgraphExecutor,
  viewerEntityManager,
} from './subgraph.js';
import { anonymous, type Viewer } from './viewer.js';
import { Works } from './works.js';

/** A subgraph with its database open. */
export interface RunningSubgraph {
  schema: GraphQLSchema;
  execute: SubgraphExecutor;
  /** Loads the demonstration dataset when the subgraph holds no rows; yields how many rows it wrote. */
  loadDemo(): Promise<number>;
  /** Whether its database answers. */
  isReady(): Promise<boolean>;
  /** Which writes there are, for whoever keeps answers. */
  versions: DataVersions;
  close(): Promise<void>;
}

const demoLock = 0x64656d6f;

/** The dataset is written as the department's staff would write it. */
const loader: Viewer = { ...anonymous, subject: 'demonstration', roles: ['admin'] };

/** What a subgraph may be run with. */
export interface RunOptions {
  /** Connections to each server. */
  poolMax?: number;
  /** Streaming replicas of the server, entered as it is: roles and passwords are replicated. One that is none of this server's is left alone. */
  replicas?: readonly DatabaseAddress[] | undefined;
  log?: Logger;
  limits?: BackgroundLimits;
  /** Whether SQL is prepared, `on` when not given. */
  preparedStatements?: 'on' | 'off';
}

/** Migrates a subgraph's database and opens it, and its replicas, as the subgraph's own role. */
export async function runSubgraph<C>(
  subgraph: Subgraph<C>,
  admin: DatabaseAddress,
  directory: Directory,
  options: RunOptions = {},
): Promise<RunningSubgraph> {
  const [{ schema }, opened] = await Promise.all([
    buildSubgraph(subgraph),
    openServers(subgraph, admin, options),
  ]);
  const { em, servers, close } = opened;
  const versions = new DataVersions(roleAddress(subgraph.name, admin), subgraph.name, options.log);
  const background = subgraph.openBackground?.({
    primary: roleAddress(subgraph.name, admin),
    em,
    directory,
    limits: options.limits ?? defaultLimits,
    log: options.log,
  });
  // Before anybody hears of a work's end, this process knows that there is something new.
  const works = new Works(() => versions.wrote());
  const pulse = new DatabasePulse(roleAddress(subgraph.name, admin), `hub ${subgraph.name} health`);
  return {
    schema,
    execute: subgraphExecutor(schema, subgraph, {
      servers,
      directory,
      log: options.log,
      versions,
      background,
      works,
    }),
    loadDemo: async () => {
      const rows = await viewerEntityManager(em, loader).transactional(async (inside) => {
        // Of processes that start at the same time on an empty database one loads; the others find its rows.
        await inside.execute('select pg_advisory_xact_lock(?)', [demoLock]);
        const written = await subgraph.loadDemo(inside);
        if (written > 0) await noteLoad(inside, subgraph.name, written);
        return written;
      });
      await versions.wrote();
      return rows;
    },
    isReady: () => pulse.answers(),
    versions,
    close: async () => {
      await works.close();
      await background?.close();
      await versions.close();
      await pulse.close();
      await close();
    },
  };
}

/** One record for all of its rows: hubs that already serve this database see that it holds others than before. */
async function noteLoad(em: EntityManager, name: string, rows: number): Promise<void> {
  const record = { entity: 'Demonstration', entityId: name, changes: { rows: { after: rows } } };
  await em.execute(`select ${name}.append_audit(?::jsonb, ?, ?::text[], 'loadDemo', null)`, [
    JSON.stringify([record]),
    loader.subject,
    `{${loader.roles.join()}}`,
  ]);
}

interface OpenServers {
  em: EntityManager;
  servers: Servers;
  close(): Promise<void>;
}

async function openServers<C>(
  subgraph: Subgraph<C>,
  admin: DatabaseAddress,
  {
    poolMax,
    replicas: places = [],
    log,
    limits: { statementMs } = defaultLimits,
    preparedStatements,
  }: RunOptions,
): Promise<OpenServers> {
  await provision(subgraph, admin);
  const { name, entities } = subgraph;
  const prepares = preparedStatements !== 'off';
  const open = (address: DatabaseAddress) =>
    openDatabase(name, address, entities, { poolMax, prepares, statementMs });
  const primary = roleAddress(name, admin);
  const { orm, close } = await open(primary);
  if (places.length === 0) return { em: orm.em, servers: primaryOnly(orm.em), close };
  const addresses = places.map(({ host, port, database, ssl }) => ({
    ...primary,
    host,
    port,
    database,
    ssl,
  }));
  // Opening connects to nothing: a replica that is not there yet is found by the watch.
  const replicas = await Promise.all(addresses.map(open));
  const watch = new ReplicaWatch(name, { primary, replicas: addresses }, log);
  return {
    em: orm.em,
    servers: withReplicas(orm.em, { replicas: replicas.map((replica) => replica.orm), watch }),
    close: async () => {
      await watch.close();
      await Promise.all([close(), ...replicas.map((replica) => replica.close())]);
    },
  };
}
