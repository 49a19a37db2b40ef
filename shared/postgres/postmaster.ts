import { existsSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const pidFile = (folder: string) => join(folder, 'postmaster.pid');

/** Yields the process id of the server that runs on a data folder, or null; a number that now is another program's counts as null. */
export function runningPostmaster(folder: string): number | null {
  const pid = pidIn(pidFile(folder));
  return pid !== null && isServerOf(folder, pid) ? pid : null;
}

/** Whether this process is a server on the data folder; one that has ended and waits to be reaped is not. */
export function isServerOf(folder: string, pid: number): boolean {
  return exists(pid) && commandLine(pid).includes(folder);
}

/**
 * Removes locks of a server that is gone where PostgreSQL would not: a number in them that has been given to another program
 * since, as happens after a restart of the machine, would keep it from starting for ever. It clears all other locks itself.
 */
export function clearStaleLocks(folder: string, socketFolder: string): void {
  for (const lock of [pidFile(folder), join(socketFolder, '.s.PGSQL.5432.lock')]) {
    const pid = pidIn(lock);
    if (pid !== null && exists(pid) && !isServerOf(folder, pid)) rmSync(lock, { force: true });
  }
}

function pidIn(lock: string): number | null {
  if (!existsSync(lock)) return null;
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  return Number.isInteger(pid) ? pid : null;
}

function exists(pid: number): boolean {
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
