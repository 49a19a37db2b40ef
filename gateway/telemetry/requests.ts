import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '#shared/log.js';
import { statusOf } from '#shared/metrics/http.js';
import { perRequest } from '#shared/per-request.js';
import type { Tracing, TraceSpan } from '#shared/tracing/tracing.js';
import type { Telemetry } from '#shared/telemetry.js';
import { gatewayMetrics } from './metrics.js';
import { recordOf, type RequestRecord } from './record.js';

/**
 * Watches every request to one of the paths from its head to the last byte of its answer: its id goes out with whatever answers it, and at its
 * end it is counted and written into the log, in one line. Comes before all that may refuse.
 */
export function watchRequests(
  server: FastifyInstance,
  paths: ReadonlySet<string | undefined>,
  log: Logger,
  telemetry: Telemetry,
): void {
  const metrics = gatewayMetrics(telemetry.registry);
  server.addHook('onRequest', (request, reply, done) => {
    const path = request.routeOptions.url;
    if (path === undefined || !paths.has(path)) return done();
    const record = recordOf(request);
    void reply.header('x-request-id', record.requestId);
    const began = performance.now();
    // Kept by hand: a request whose body was read to its end lets go of its socket before its answer closes.
    const { socket } = request;
    const written = socket.bytesWritten;
    const span = telemetry.tracing && rootSpan(telemetry.tracing, request, path);
    reply.raw.once('close', () => {
      const status = statusOf(reply.raw);
      metrics.observe(record);
      const milliseconds = Math.round((performance.now() - began) * 10) / 10;
      const bytes = socket.bytesWritten - written;
      if (log.isLevelEnabled('info'))
        log.info({ ...lineOf(record), method: request.method, status, milliseconds, bytes }, 'request');
      span?.end({ 'http.response.status_code': status }, status >= 500 ? String(status) : null);
    });
    if (span === null) return done();
    spans.keep(request, span);
    (telemetry.tracing as Tracing).within(span, done);
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    if (paths.has(request.routeOptions.url)) noteRefusal(recordOf(request), reply, payload);
    done();
  });
  if (telemetry.tracing !== null) keepActive(server, telemetry.tracing);
}

const spans = perRequest<FastifyRequest, TraceSpan>('span');

/** A client's `traceparent` is not believed: whoever asks could otherwise write into others' traces. */
const rootSpan = (tracing: Tracing, request: FastifyRequest, path: string): TraceSpan =>
  tracing.begin({
    name: `${request.method} ${path}`,
    kind: 'server',
    parent: null,
    attributes: { 'http.request.method': request.method, 'http.route': path, 'url.path': path },
  });

/** The body is read by what the connection tells, which belongs to no request. */
function keepActive(server: FastifyInstance, tracing: Tracing): void {
  server.addHook('preHandler', (request, _reply, done) => {
    const span = spans.of(request);
    if (span === undefined) return done();
    tracing.within(span, done);
  });
}

/** What was refused before it became an operation says why in its body, whoever refused it. */
function noteRefusal(record: RequestRecord, { statusCode }: FastifyReply, payload: unknown): void {
  if (record.outcome !== null || statusCode < 400 || typeof payload !== 'string') return;
  try {
    const { errors } = JSON.parse(payload) as { errors?: GraphQLFormattedError[] };
    if (Array.isArray(errors)) record.note(errors);
  } catch {
    // A text that is no JSON names no code.
  }
}

function lineOf(record: RequestRecord): Record<string, unknown> {
  const { requestId, operationType, operation, viewer, outcome, codes, limits, incidents, exported } = record;
  const subgraphs = Object.entries(record.touched.toJSON()).map(([name, { status }]) => [name, status]);
  return {
    requestId,
    operation: operationType,
    document: operation.trustedName,
    outcome,
    cost: operation.cost,
    ...(exported === null ? {} : { rows: exported.rows }),
    subject: viewer.subject,
    roles: viewer.roles,
    subgraphs: Object.fromEntries(subgraphs) as object,
    ...(codes.size === 0 ? {} : { codes: Object.fromEntries(codes) }),
    ...(limits.size === 0 ? {} : { limits: [...limits] }),
    ...(incidents.length === 0 ? {} : { incidents }),
  };
}
