import { chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { StartError } from '../start-error.js';

/** `nobody` on every Linux; PostgreSQL refuses to run as root. */
const nobody = 65_534;

/** As whom PostgreSQL runs: how to spawn it, and who owns its folders. */
export interface Account {
  command(program: string, parameters: string[]): [string, string[]];
  spawnOptions: { uid?: number; gid?: number };
  /** Makes a folder that only this account may enter. */
  makeFolder(path: string): void;
}

const own: Account = {
  command: (program, parameters) => [program, parameters],
  spawnOptions: {},
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  },
};

const asNobody: Account = {
  ...own,
  spawnOptions: { uid: nobody, gid: nobody },
  makeFolder: (path) => {
    own.makeFolder(path);
    chownSync(path, nobody, nobody);
  },
};

/** Files belong to who starts it; inside a user namespace PostgreSQL sees `nobody`. For folders that nobody cannot enter. */
const inNamespace: Account = {
  ...own,
  command: (program, parameters) => [
    'unshare',
    ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', program, ...parameters],
  ],
};

/** Picks the account for a data folder: the ordinary user's own, or, for root, one that is not root, without changing the machine. */
export function chooseAccount(dataFolder: string, program: string): Account {
  if (process.getuid?.() !== 0) {
    assertOwn(dataFolder);
    return hasName() ? own : inNamespace;
  }
  if (existsSync(dataFolder)) return statSync(dataFolder).uid === nobody ? asNobody : inNamespace;
  const reachable = isReachableByAll(dirname(dataFolder)) && isReachableByAll(dirname(program));
  return reachable ? asNobody : inNamespace;
}

/** Containers like to run under a number that no user has; initdb insists on a name, and inside a namespace it finds one. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function assertOwn(dataFolder: string): void {
  const uid = process.getuid?.();
  if (uid === undefined || !existsSync(dataFolder)) return;
  const owner = statSync(dataFolder).uid;
  if (owner !== uid) {
    throw new StartError(
      `DATA_DIR: ${dataFolder} belongs to user ${owner}, and this is user ${uid}; start as its owner or name another folder.`,
    );
  }
}

function isReachableByAll(folder: string): boolean {
  const entered = (statSync(folder).mode & 0o001) !== 0;
  const parent = dirname(folder);
  return entered && (parent === folder || isReachableByAll(parent));
}
