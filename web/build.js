// Builds the pages when anything that they are made of is newer than what was built last, as `tsc -b` does for the rest: a start must not wait for nothing.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(join(root, 'web'), { recursive: true }).map((file) => join(root, 'web', file));
const made = [...sources, join(root, 'package-lock.json')];

const builtAt = statSync(join(root, 'dist/web/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (made.some((file) => statSync(file).mtimeMs > builtAt)) {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'web/vite.config.ts') });
}
