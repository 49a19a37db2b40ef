import { existsSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const pidFile = (folder: string) => join(folder, 'postmaster.pid');

/** Yields the process id of the server that runs on a data folder, or null; a number that now is another program's counts as null. */
export function runningPostmaster(folder: string): number | null {
  if (!existsSync(pidFile(folder))) return null;
  const pid = Number.parseInt(readFileSync(pidFile(folder), 'utf8'), 10);
  return Number.isInteger(pid) && isAlive(pid) && commandLine(pid).includes(folder) ? pid : null;
}

/**
 * Removes the lock of a server that is gone. PostgreSQL does so itself unless the number in the file has been given to
 * another program since, as happens after a restart of the machine; then it would refuse to start for ever.
 */
export function clearStaleLock(folder: string): void {
  if (runningPostmaster(folder) === null) rmSync(pidFile(folder), { force: true });
}

/** Whether a process with this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandLine(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync(file)) return readFileSync(file, 'utf8');
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}
