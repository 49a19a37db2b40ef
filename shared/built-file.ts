import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Yields the URL of a built program of the project, which a thread is started with: `subgraphs/partners/network/graph.worker.js`. */
export function builtFile(path: string): string {
  return new URL(`dist/${path}`, pathToFileURL(findPackageJSON('.', import.meta.url) as string)).href;
}
