import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '#gateway/start.js';

/** A built file, as Vite lists it. */
interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

const folder = projectFile('dist/web');

/** Yields the files that a browser must have before it shows a room of the pages, charts and pictures aside, which come by themselves. */
export function filesOf(room: string): string[] {
  const chunks = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const found = new Set<string>();
  const add = (name: string) => {
    const chunk = chunks[name];
    if (chunk === undefined) throw new Error(`${name} is not built.`);
    if (found.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
    chunk.imports?.forEach(add);
  };
  add('index.html');
  add(room);
  return [...found];
}

/** Sums built files as they are sent by gzip, in bytes; small ones are sent as they are. */
export const gzipBytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + sizeOf(join(folder, file)), 0);

function sizeOf(path: string): number {
  const compressed = statSync(`${path}.gz`, { throwIfNoEntry: false });
  return (compressed ?? statSync(path)).size;
}
