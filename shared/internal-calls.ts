import type { InternalKey } from './internal-keys.js';
import {
  callSigner,
  type CallVerifier,
  callVerifier,
  signatureHeader,
  signatureWindowMs,
} from './internal-signature.js';
import { identityHeader, type InternalTokens, internalTokens, requestIdHeader } from './internal-token.js';
import { memoryNonces, sharedNonces } from './nonces.js';
import type { Redis } from './redis.js';
import { type Tracing, traceHeader } from './tracing/tracing.js';
import { anonymous, type Viewer } from './viewer.js';

/** A call from one process of the hub to another. */
export interface InternalCall {
  subgraph: string;
  viewer: Viewer;
  requestId?: string | undefined;
  method: string;
  path: string;
  body: string | Buffer;
}

/** Yields the headers that make a call the hub's own: who asks, for which request, and the signature over it all. Good for one call. */
export type InternalHeaders = (call: InternalCall) => Promise<Record<string, string>>;

/** Opens the calling side of a process; where traces are collected, the called one goes on with the caller's. */
export function internalHeaders(
  keys: readonly InternalKey[],
  tracing: Tracing | null = null,
): InternalHeaders {
  const tokens = internalTokens(keys);
  const signer = callSigner(keys);
  return async ({ subgraph, viewer, requestId, method, path, body }) => {
    const trace = tracing?.header() ?? null;
    const headers: Record<string, string> = {
      ...(trace === null ? {} : { [traceHeader]: trace }),
      ...(requestId === undefined ? {} : { [requestIdHeader]: requestId }),
      // A stranger needs no token: the signature says that the hub asks for nobody.
      ...(viewer === anonymous ? {} : { [identityHeader]: await tokens.sign(viewer, subgraph) }),
    };
    headers[signatureHeader] = signer.sign(subgraph, { method, path, body, headers });
    return headers;
  };
}

/** What a subgraph process reads calls with. */
export interface CallReader {
  verifier: CallVerifier;
  tokens: InternalTokens;
}

/** Opens the called side of a subgraph's process. */
export function callReader(
  keys: readonly InternalKey[],
  subgraph: string,
  redis: Redis | null = null,
): CallReader {
  // A signature may come from a clock that is ahead, and counts until the window has passed after it.
  const keptMs = 2 * signatureWindowMs;
  const nonces = redis === null ? memoryNonces(keptMs) : sharedNonces(redis, subgraph, keptMs);
  return { verifier: callVerifier(keys, subgraph, nonces), tokens: internalTokens(keys) };
}
