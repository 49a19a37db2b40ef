import type { AnyEntity, Constructor } from '@mikro-orm/core';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { countedPool } from '../metrics/database.js';
import { Canceller } from './canceller.js';
import { clientOf } from './client.js';
import { driverConfig } from './connection.js';
import type { DatabaseAddress } from './url.js';

/** Connections of one subgraph process: more do not make one machine's PostgreSQL faster. */
const poolDefault = 10;

/** What a subgraph's connections are called in pg_stat_activity. */
const poolName = (subgraph: string): string => `hub ${subgraph}`;

/** Yields MikroORM's options for a database; shared by the hub itself and by the migrator. */
export function ormOptions(
  name: string,
  address: DatabaseAddress,
  entities: Constructor<AnyEntity>[],
): Options {
  return {
    entities,
    dbName: address.database,
    host: address.host,
    port: address.port,
    user: address.user,
    ...(address.password === undefined ? {} : { password: address.password }),
    driverOptions: driverConfig(address, poolName(name)),
    schema: name,
    // A transaction is found by this: what one subgraph asks another of within its own, in one process, must not run in it.
    contextName: name,
    pool: { min: 0, max: poolDefault },
    forceUtcTimezone: true,
    debug: false,
    // What goes wrong reaches the caller as an error; the library's own notes are not for the terminal.
    logger: () => undefined,
  };
}

/** A subgraph's database, open. */
export interface OpenDatabase {
  orm: MikroORM;
  close(): Promise<void>;
}

/** What a database is opened with. */
export interface DatabaseOptions {
  /** Connections to the server. */
  poolMax?: number | undefined;
  /** Whether statements with parameters are prepared; what stands between hub and server may not let them. */
  prepares?: boolean | undefined;
  /** Milliseconds after which the server ends a statement. */
  statementMs: number;
}

/** Opens a subgraph's database as its own role. */
export async function openDatabase(
  name: string,
  address: DatabaseAddress,
  entities: Constructor<AnyEntity>[],
  { poolMax = poolDefault, prepares = true, statementMs }: DatabaseOptions,
): Promise<OpenDatabase> {
  const options = ormOptions(name, address, entities);
  const canceller = new Canceller(address, poolName(name));
  const orm = await MikroORM.init({
    ...options,
    pool: { min: 0, max: poolMax },
    driverOptions: {
      ...options.driverOptions,
      statement_timeout: statementMs,
      Client: clientOf(canceller, prepares),
      onPoolCreated: countedPool(name),
    },
  });
  return {
    orm,
    close: async () => {
      await orm.close(true);
      await canceller.close();
    },
  };
}
