import { createRequire } from 'node:module';
import { describe } from '@jest/globals';

/**
 * Tells the files of a suite one after the other, each in a describe of its own, where its hooks stay.
 * Takes the suite's `import.meta.url`, and names with paths as in an import. A file may await nothing at its top level.
 */
export function chapters(suite: string, files: Record<string, string>): void {
  // A describe must know its tests before it returns, which an import would not have loaded by then.
  const load = createRequire(suite);
  for (const [name, file] of Object.entries(files))
    describe(name, () => {
      load(file);
    });
}
