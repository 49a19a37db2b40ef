import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { driverConfig } from '../database/connection.js';
import type { DatabaseAddress } from '../database/url.js';
import { StartError } from '../start-error.js';
import { type Account, chooseAccount } from './account.js';
import { findBinaries, type PostgresBinaries } from './binaries.js';
import { clearStaleLocks, isServerOf, runningPostmaster } from './postmaster.js';

const majorVersion = '18';
/** Crash recovery of a busy database after a power cut takes seconds, not minutes. */
const startTimeoutMs = 60_000;
const stopTimeoutMs = 15_000;
const pollMs = 20;
/** The advisory lock whose holder owns the data folder; the server frees it when its holder dies, however it dies. */
const ownerLock = 0x6c696e6b;

/** The hub's own PostgreSQL on a private socket. */
export interface EmbeddedPostgres {
  /** Address for the superuser, in the named database. */
  address(database: string): DatabaseAddress;
  /** Ends every connection and the server (a fast shutdown: nothing committed is lost). */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Folder that holds `postgres/` (the data) and `postgres.log`; made when missing. */
  dataDir: string;
  /** Server settings, for instance `fsync=off` for throw-away test data. */
  settings?: readonly string[];
}

interface Place {
  folder: string;
  log: string;
  socketFolder: string;
  account: Account;
  binaries: PostgresBinaries;
}

/**
 * Starts the server on a data folder, or adopts the one that a killed hub left running there.
 * Throws StartError when another hub owns the folder, when it cannot be written, or when its data is of another version.
 */
export async function startEmbeddedPostgres({
  dataDir,
  settings = [],
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = preparePlace(dataDir);
  const address = (database: string) => addressIn(place.socketFolder, database);
  const owner = await becomeOwner(place, address('postgres'), settings);
  return {
    address,
    stop: async () => {
      owner.removeAllListeners('error').on('error', () => undefined);
      await stopServer(place.folder);
      await owner.end().catch(() => undefined);
    },
  };
}

/** Yields the address of the server that runs on a data folder, whoever owns it; null when none runs. */
export function runningPostgres(dataDir: string, database: string): DatabaseAddress | null {
  const folder = join(existsSync(dataDir) ? realpathSync(dataDir) : dataDir, 'postgres');
  return runningPostmaster(folder) === null ? null : addressIn(socketFolderFor(folder), database);
}

function addressIn(host: string, database: string): DatabaseAddress {
  return { host, port: 5432, user: 'postgres', database, ssl: 'off' };
}

function preparePlace(dataDir: string): Place {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new StartError(
      `DATA_DIR: cannot write to the folder ${dataDir} (${(error as Error).message}); name one that can be written.`,
    );
  }
  const root = realpathSync(dataDir);
  const folder = join(root, 'postgres');
  const binaries = findBinaries();
  const account = chooseAccount(folder, binaries.postgres);
  const socketFolder = socketFolderFor(folder);
  const place = { folder, log: join(root, 'postgres.log'), socketFolder, account, binaries };
  account.makeFolder(socketFolder);
  if (!existsSync(join(folder, 'PG_VERSION'))) initialise(place);
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== majorVersion) {
    throw new StartError(
      `DATA_DIR: ${folder} holds data of PostgreSQL ${version}; this hub brings ${majorVersion}. Restore a backup into an empty folder.`,
    );
  }
  return place;
}

/** A socket's path may have about 100 characters, and a data folder's may have more; hence a short name by hash. */
function socketFolderFor(folder: string): string {
  const name = `linkage-hub-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  const wanted = join(tmpdir(), name);
  return wanted.length > 80 ? join('/tmp', name) : wanted;
}

/** Makes the data in a folder of its own and renames it: a half-made one never looks finished. */
function initialise({ folder, account, binaries }: Place): void {
  const draft = `${folder}.init-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  account.makeFolder(draft);
  const [command, parameters] = account.command(binaries.initdb, [
    ...['-D', draft, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
  ]);
  const result = spawnSync(command, parameters, { ...account.spawnOptions, encoding: 'utf8', cwd: '/' });
  if (result.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    const advice =
      command === 'unshare'
        ? ' As root it needs a folder that user nobody can enter, or user namespaces.'
        : '';
    throw new StartError(
      `PostgreSQL could not make its data folder: ${result.error?.message ?? result.stderr.trim()}.${advice}`,
    );
  }
  try {
    renameSync(draft, folder);
  } catch {
    // Another hub that started at the same time was first; who of the two may use the folder is decided below.
    rmSync(draft, { recursive: true, force: true });
  }
}

async function becomeOwner(
  place: Place,
  address: DatabaseAddress,
  settings: readonly string[],
): Promise<pg.Client> {
  const deadline = Date.now() + startTimeoutMs;
  let child: ChildProcess | null = null;
  while (Date.now() < deadline) {
    const client = await connect(address);
    if (client !== null) {
      const { rows } = await client.query<{ owned: boolean }>('select pg_try_advisory_lock($1) as owned', [
        ownerLock,
      ]);
      if (rows[0]?.owned) return client;
      await client.end();
      throw new StartError(
        `DATA_DIR: another hub already uses ${place.folder}. Stop it, or give this one a folder of its own.`,
      );
    }
    if (child !== null && child.exitCode !== null && runningPostmaster(place.folder) === null) {
      throw new StartError(`PostgreSQL did not start: ${lastLines(place.log)}`);
    }
    if (child === null && runningPostmaster(place.folder) === null) {
      clearStaleLocks(place.folder, place.socketFolder);
      child = launch(place, settings);
    }
    await pause(pollMs);
  }
  throw new StartError(
    `PostgreSQL did not answer within ${startTimeoutMs / 1000} s: ${lastLines(place.log)}`,
  );
}

function launch(
  { folder, log, socketFolder, account, binaries }: Place,
  settings: readonly string[],
): ChildProcess {
  const all = [
    'listen_addresses=',
    `unix_socket_directories=${socketFolder}`,
    'port=5432',
    'timezone=UTC',
    ...settings,
  ];
  const [command, parameters] = account.command(binaries.postgres, [
    '-D',
    folder,
    ...all.flatMap((pair) => ['-c', pair]),
  ]);
  const output = openSync(log, 'a');
  // A group of its own: Ctrl-C in a terminal reaches the hub, which stops the server when it has drained.
  const child = spawn(command, parameters, {
    ...account.spawnOptions,
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
  });
  child.on('error', () => undefined);
  child.unref();
  return child;
}

/** Yields a connection, or null while the server is not there, starting or stopping. */
async function connect(address: DatabaseAddress): Promise<pg.Client | null> {
  const client = new pg.Client(driverConfig(address, 'hub owner'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code } = error as { code?: string };
    // 57P03: the database system is starting up or shutting down; 57P01: it shut down while we came in.
    if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03', '57P01'].includes(code ?? '')) return null;
    throw error;
  }
}

async function stopServer(folder: string): Promise<void> {
  const pid = runningPostmaster(folder);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + stopTimeoutMs;
  while (isServerOf(folder, pid)) {
    if (Date.now() > deadline) {
      process.kill(pid, 'SIGQUIT');
      return;
    }
    await pause(pollMs);
  }
}

function lastLines(log: string): string {
  return existsSync(log)
    ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' | ')
    : 'it wrote no log';
}
