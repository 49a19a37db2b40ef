import type { ClientConfig } from 'pg';
import type { DatabaseAddress } from './url.js';

/** Yields the driver's options for an address; the name shows in pg_stat_activity. */
export function driverConfig(address: DatabaseAddress, applicationName: string): ClientConfig {
  return {
    host: address.host,
    port: address.port,
    user: address.user,
    database: address.database,
    ...(address.password === undefined ? {} : { password: address.password }),
    ...(address.ssl === 'off' ? {} : { ssl: { rejectUnauthorized: address.ssl === 'verify' } }),
    application_name: applicationName,
    // Days travel as text, and a server may have been told to write them 31/03/2026.
    options: '-c datestyle=ISO',
    connectionTimeoutMillis: 10_000,
  };
}
