import { type SubgraphName, subgraphNames } from '../directory.js';
import type { Env } from '../env.js';
import { type DatabaseAddress, parseDatabaseUrl } from './url.js';

/** The database of the embedded server. */
export const databaseName = 'hub';

/** Yields the server that the environment names for a subgraph: its own, else the common one, else null (embedded). */
export function configuredDatabase(env: Env, name: SubgraphName): DatabaseAddress | null {
  const own = {
    organizations: env.ORGANIZATIONS_DATABASE_URL,
    partners: env.PARTNERS_DATABASE_URL,
    donations: env.DONATIONS_DATABASE_URL,
    identity: env.IDENTITY_DATABASE_URL,
    imports: env.IMPORTS_DATABASE_URL,
  }[name];
  const url = own ?? env.DATABASE_URL;
  if (url === undefined) return null;
  const address = parseDatabaseUrl(url);
  // env.ts has refused what cannot be parsed.
  return 'mistake' in address ? null : address;
}

/** Whether some subgraph needs the embedded server. */
export function needsEmbedded(env: Env): boolean {
  return subgraphNames.some((name) => configuredDatabase(env, name) === null);
}
