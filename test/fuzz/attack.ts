import type { RawRequest } from '../kit/raw.js';

/** One thing that is sent to the hub, and of what sort it is. */
export interface Attack {
  kind: string;
  request: RawRequest;
  /** What is sent may be no HTTP at all: to close the connection is an answer to it. */
  mayBeCut?: boolean;
}

/** What a client posts. */
export interface Operation {
  query: string;
  variables?: unknown;
  operationName?: unknown;
}

/** An operation as most clients send it. */
export const posted = (kind: string, body: unknown): Attack => ({
  kind,
  request: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
});
