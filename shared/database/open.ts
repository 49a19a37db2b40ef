import type { AnyEntity, Constructor } from '@mikro-orm/core';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { countedPool } from '../metrics/database.js';
import { HubClient } from './client.js';
import { driverConfig, statementTimeoutMs } from './connection.js';
import type { DatabaseAddress } from './url.js';

/** Connections of one subgraph process: more do not make one machine's PostgreSQL faster. */
const poolDefault = 10;

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
    driverOptions: driverConfig(address, `hub ${name}`),
    schema: name,
    pool: { min: 0, max: poolDefault },
    forceUtcTimezone: true,
    debug: false,
    // What goes wrong reaches the caller as an error; the library's own notes are not for the terminal.
    logger: () => undefined,
  };
}

/** Opens a subgraph's database as its own role. */
export async function openDatabase(
  name: string,
  address: DatabaseAddress,
  entities: Constructor<AnyEntity>[],
  poolMax: number = poolDefault,
): Promise<MikroORM> {
  const options = ormOptions(name, address, entities);
  return MikroORM.init({
    ...options,
    pool: { min: 0, max: poolMax },
    driverOptions: {
      ...options.driverOptions,
      statement_timeout: statementTimeoutMs,
      Client: HubClient,
      onPoolCreated: countedPool(name),
    },
  });
}
