import type { FastifyInstance } from 'fastify';
import { Histogram, type Registry } from 'prom-client';
import { latencyBuckets } from './registry.js';

const knownMethods = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'CONNECT',
  'TRACE',
]);
/** What load balancers write when the client did not wait for the answer. */
const clientGone = 499;

/** Measures every request of a server, from its head to the last byte of the answer. No label is of the client's choice. */
export function measureHttp(server: FastifyInstance, registry: Registry): void {
  const seconds = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'From the head of a request to the end of its answer; 499: the client went away before.',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code'],
    buckets: latencyBuckets,
    registers: [registry],
  });
  server.addHook('onRequest', (request, reply, done) => {
    const began = performance.now();
    reply.raw.once('close', () =>
      seconds.observe(
        {
          http_request_method: knownMethods.has(request.method) ? request.method : '_OTHER',
          http_route: request.routeOptions.url ?? 'none',
          http_response_status_code: statusOf(reply.raw),
        },
        (performance.now() - began) / 1_000,
      ),
    );
    done();
  });
}

/** Yields the status that a client got; 499 when it went away before its answer was written. */
export const statusOf = (answer: { writableFinished: boolean; statusCode: number }): number =>
  answer.writableFinished ? answer.statusCode : clientGone;
