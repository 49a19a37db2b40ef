import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.js';

/** Secrets are for the user who runs the hub. */
const ownerOnly = 0o600;

/**
 * Yields what a file of the data folder holds, and makes it when it is missing.
 * Processes that start at the same moment all get the content of the one that was first.
 */
export function secretFile(folder: string, name: string, make: () => string): string {
  const path = join(folder, name);
  return (
    existing(path) ??
    withDraft(folder, name, make(), (draft) => {
      try {
        linkSync(draft, path);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        // Folders without hard links: the last of two simultaneous starts wins there.
        if (code !== 'EEXIST') renameSync(draft, path);
      }
      return readFileSync(path, 'utf8');
    })
  );
}

/** Writes a file of the data folder that only this user may read; a reader sees the old one or the new one whole. */
export function writeSecretFile(folder: string, name: string, content: string): void {
  withDraft(folder, name, content, (draft) => renameSync(draft, join(folder, name)));
}

function existing(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unusable(path, error);
  }
}

function withDraft<T>(folder: string, name: string, content: string, use: (draft: string) => T): T {
  const draft = join(folder, `${name}.${randomBytes(6).toString('hex')}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, content, { mode: ownerOnly, flag: 'wx' });
    return use(draft);
  } catch (error) {
    throw unusable(join(folder, name), error);
  } finally {
    rmSync(draft, { force: true });
  }
}

const unusable = (path: string, error: unknown) =>
  new StartError(
    `DATA_DIR: cannot use ${path} (${(error as Error).message}); name a folder that can be written.`,
  );
