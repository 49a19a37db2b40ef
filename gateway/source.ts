import type { DocumentNode, ExecutionResult } from 'graphql';
import type { SubgraphVersions } from '#shared/data-version/version.js';
import type { ReadParts } from '#shared/health.js';
import type { OperationEnds } from '#shared/operation.js';
import type { Viewer } from '#shared/viewer.js';
import type { Spending } from './spending.js';
import type { Touched } from './touched.js';
import type { RequestRecord } from './telemetry/record.js';

/** What Apollo Server hands to an engine with each request. */
export interface HubContext extends OperationEnds {
  viewer: Viewer;
  /** For whoever runs the hub. */
  record: RequestRecord;
  /** Names the request in logs, audit rows and the answer's header `x-request-id`. */
  requestId: string;
  /** Notes how each subgraph took part. */
  touched: Touched;
  /** How old a last known answer may be that stands in for a missing one; null where the client takes none. */
  staleIfErrorSeconds: number | null;
  /** Takes what the request costs from its caller's budget. */
  spending: Spending;
  operation: OperationFacts;
}

/** What is known of a request's operation; filled while it is admitted, and the same object for all who hold the context. */
export interface OperationFacts {
  /** Name of the trusted document; null for a client's own. */
  trustedName: string | null;
  /** Null until it is reckoned. */
  cost: number | null;
  /** The hub asks it itself, in words of its own: its cost is taken from the caller's budget, and has no limit besides. */
  isOfHub?: boolean;
}

/** What is known of a request before its operation begins. */
export type Asking = Omit<HubContext, keyof OperationEnds>;

/** One fetch of a query plan; the hub's own questions belong to no request. */
export interface Fetch extends Pick<HubContext, 'viewer'> {
  /** Ends the operation that it belongs to, and with it the fetch. */
  signal?: AbortSignal | undefined;
  requestId?: string | undefined;
  touched?: Touched;
  staleIfErrorSeconds?: number | null;
  document: DocumentNode;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** Where a fetch goes: the one difference between the embedded and the distributed topology. */
export type Source = (fetch: Fetch) => Promise<ExecutionResult>;

/** Yields the source of the subgraph of this name. */
export type SourceFor = (subgraph: string) => Source;

/** Where the fetches of one supergraph go. */
export interface Sources {
  sourceFor: SourceFor;
  /** Whether each subgraph is ready. */
  readyParts: ReadParts;
  /** What is known of the version of each subgraph's data; nothing of its answers is kept without. */
  versions: ReadonlyMap<string, SubgraphVersions>;
  close(): Promise<void>;
}
