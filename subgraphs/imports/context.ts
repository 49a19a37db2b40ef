import type { RequestContext } from '#shared/subgraph.js';
import { importJobLoaders } from './job/import-job.loader.js';
import type { Action } from './policy.js';
import type { ImportWork } from './queue/work.js';

export type ImportsContext = ReturnType<typeof createContext>;

/** Builds what one request of this subgraph needs: its loaders, and the work that goes on between requests. */
export function createContext(request: RequestContext<Action>, work: ImportWork) {
  return { ...request, work, ...importJobLoaders(request.em) };
}
