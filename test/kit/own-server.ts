import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAddress } from '#shared/database/url.js';
import { isServerOf, runningPostmaster } from '#shared/postgres/postmaster.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#shared/postgres/server.js';
import { eventually } from './eventually.js';

/** How a server ends: told to, told to drop everything, or without being told. */
export type Ending = 'SIGINT' | 'SIGQUIT' | 'SIGKILL';

/** A PostgreSQL server that a test may break; whatever TEST_DATABASE_URL names is left in peace. */
export interface OwnServer {
  /** Folder that holds `postgres/`. */
  dataDir: string;
  address(database: string): DatabaseAddress;
  start(): Promise<void>;
  /** Ends the server and waits until its main process is gone. */
  end(how: Ending): Promise<void>;
  /** Ends the server and removes its data. */
  remove(): Promise<void>;
}

/** Makes a folder that PostgreSQL can enter, also where root runs the tests and PostgreSQL runs as nobody. */
export function serverFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-own-'));
  chmodSync(dataDir, 0o755);
  return dataDir;
}

/** Starts a server on a folder. Only what a power cut would lose is not waited for: what is written outlives `kill -9`. */
export async function ownServer(dataDir: string, settings: readonly string[] = []): Promise<OwnServer> {
  const folder = join(realpathSync(dataDir), 'postgres');
  const launch = () =>
    startEmbeddedPostgres({ dataDir, settings: ['fsync=off', 'max_connections=100', ...settings] });
  let postgres: EmbeddedPostgres = await launch();
  const end = async (how: Ending) => {
    const pid = runningPostmaster(folder);
    if (pid === null) return;
    process.kill(pid, how);
    await eventually(() => !isServerOf(folder, pid));
  };
  return {
    dataDir,
    address: (database) => postgres.address(database),
    // Children of a killed server hold its memory for a moment, and no other starts until they are gone.
    start: async () => {
      postgres = await eventually(() => launch().catch(() => null));
    },
    end,
    remove: async () => {
      await end('SIGINT');
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
