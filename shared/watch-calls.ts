import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { requestIdHeader } from './internal-token.js';
import type { Logger } from './log.js';
import { statusOf } from './metrics/http.js';
import { perRequest } from './per-request.js';
import { type Tracing, traceHeader, type TraceSpan } from './tracing/tracing.js';
import type { Viewer } from './viewer.js';

export interface WatchOptions {
  log: Logger;
  tracing: Tracing | null;
  /** Who asks, once that is known. */
  viewerOf(request: FastifyRequest): Viewer | undefined;
}

/**
 * Writes a line per call of a subgraph's process at level debug, for the gateway has written one of the request, and makes it a span
 * below the caller's. Comes after what refuses unsigned calls: the caller's word on its trace is believed because the call is signed.
 */
export function watchCalls(server: FastifyInstance, { log, tracing, viewerOf }: WatchOptions): void {
  server.addHook('preHandler', (request, reply, done) => {
    if (request.routeOptions.url !== '/graphql') return done();
    const began = performance.now();
    const span = tracing === null ? null : spanOf(tracing, request);
    reply.raw.once('close', () => {
      const status = statusOf(reply.raw);
      const milliseconds = Math.round((performance.now() - began) * 10) / 10;
      const { subject = null, roles = [] } = viewerOf(request) ?? {};
      const codes = codesOf.of(request) ?? [];
      const line = { ...requestIdOf(request), method: request.method, status, milliseconds, subject, roles };
      log.debug({ ...line, ...(codes.length === 0 ? {} : { codes }) }, 'call');
      span?.end({ 'http.response.status_code': status }, status >= 500 ? String(status) : null);
    });
    if (span === null) return done();
    (tracing as Tracing).within(span, done);
  });
}

const codesOf = perRequest<FastifyRequest, string[]>('codes');

/** Notes the errors that a call was answered with. */
export function noteErrors(request: FastifyRequest, errors: readonly GraphQLFormattedError[]): void {
  codesOf.keep(request, [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))]);
}

/** The request id goes into logs and rows: only what is an id is taken over. */
export function requestIdOf({ headers }: FastifyRequest): { requestId?: string } {
  const id = String(headers[requestIdHeader]);
  return /^[0-9a-f-]{36}$/.test(id) ? { requestId: id } : {};
}

const spanOf = (tracing: Tracing, { method, headers }: FastifyRequest): TraceSpan =>
  tracing.begin({
    name: `${method} /graphql`,
    kind: 'server',
    parent: String(headers[traceHeader] ?? '') || null,
    attributes: { 'http.request.method': method, 'http.route': '/graphql', 'url.path': '/graphql' },
  });
