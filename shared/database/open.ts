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

/** Opens a subgraph's database as its own role. */
export async function openDatabase(
  name: string,
  address: DatabaseAddress,
  entities: Constructor<AnyEntity>[],
  { poolMax = poolDefault, statementMs }: { poolMax?: number | undefined; statementMs: number },
): Promise<OpenDatabase> {
  const options = ormOptions(name, address, entities);
  const canceller = new Canceller(address, poolName(name));
  const orm = await MikroORM.init({
    ...options,
    pool: { min: 0, max: poolMax },
    driverOptions: {
      ...options.driverOptions,
      statement_timeout: statementMs,
      Client: clientOf(canceller),
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
