import { stat } from 'node:fs/promises';

/** A change is seen within twice this time; asking a file system for one file costs microseconds. */
const pollMs = 250;

/**
 * Calls when another content than before may be behind a path: first soon after the beginning, then after each change that has held
 * still for one look, so that a file that is being written is not read half. It asks rather than listens, because that sees a file
 * that an editor renames, a link that Kubernetes swaps and a share over the network alike. Yields what ends it; it keeps no process alive.
 */
export function watchPath(path: string, changed: () => Promise<void>): () => void {
  let seen: string | null = null;
  let told: string | null = null;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    const now = await versionOf(path);
    const isNew = now !== null && now === seen && now !== told;
    seen = now;
    if (isNew) {
      told = now;
      await changed();
    }
    looking = false;
  };
  const timer = setInterval(() => void look(), pollMs).unref();
  return () => clearInterval(timer);
}

async function versionOf(path: string): Promise<string | null> {
  try {
    const { dev, ino, size, mtimeMs } = await stat(path);
    return [dev, ino, size, mtimeMs].join(' ');
  } catch {
    // Between two names, or gone: what is served goes on.
    return null;
  }
}
