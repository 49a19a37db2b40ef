import type { MikroORM } from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import { openDatabase } from './database/open.js';
import { provision, roleAddress } from './database/provision.js';
import type { DatabaseAddress } from './database/url.js';
import type { Directory } from './directory.js';
import {
  buildSubgraph,
  type Subgraph,
  type SubgraphExecutor,
  subgraphExecutor,
  viewerEntityManager,
} from './subgraph.js';
import { anonymous, type Viewer } from './viewer.js';

/** A subgraph with its database open. */
export interface RunningSubgraph {
  schema: GraphQLSchema;
  execute: SubgraphExecutor;
  /** Loads the demonstration dataset when the subgraph holds no rows; yields how many rows it wrote. */
  loadDemo(): Promise<number>;
  close(): Promise<void>;
}

/** The dataset is written as the department's staff would write it. */
const loader: Viewer = { ...anonymous, subject: 'demonstration', roles: ['admin'] };

/** Migrates a subgraph's database and opens it as the subgraph's own role, with as many connections as are named. */
export async function runSubgraph<C>(
  subgraph: Subgraph<C>,
  admin: DatabaseAddress,
  directory: Directory,
  poolMax?: number,
): Promise<RunningSubgraph> {
  const [{ schema }, orm] = await Promise.all([
    buildSubgraph(subgraph),
    openMigrated(subgraph, admin, poolMax),
  ]);
  return {
    schema,
    execute: subgraphExecutor(schema, subgraph, orm.em, directory),
    loadDemo: () => viewerEntityManager(orm.em, loader).transactional((em) => subgraph.loadDemo(em)),
    close: () => orm.close(true),
  };
}

async function openMigrated<C>(
  subgraph: Subgraph<C>,
  admin: DatabaseAddress,
  poolMax: number | undefined,
): Promise<MikroORM> {
  await provision(subgraph, admin);
  return openDatabase(subgraph.name, roleAddress(subgraph.name, admin), subgraph.entities, poolMax);
}
