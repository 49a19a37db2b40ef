import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Viewer } from '#shared/viewer.js';

/** What Apollo Server hands to an engine with each request. */
export interface HubContext {
  viewer: Viewer;
  /** Names the request in logs, audit rows and the answer's header `x-request-id`. */
  requestId: string;
}

/** One fetch of a query plan. */
export interface Fetch {
  document: DocumentNode;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  viewer: Viewer;
  requestId?: string | undefined;
}

/** Where a fetch goes: the one difference between the embedded and the distributed topology. */
export type Source = (fetch: Fetch) => Promise<ExecutionResult>;

/** Yields the source of the subgraph of this name. */
export type SourceFor = (subgraph: string) => Source;
