import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { oneOf } from './networks.js';
import { metricsText } from './registry.js';

/** Where a server tells what it measures. */
export const metricsPath = '/metrics';

/** Answers /metrics to these addresses and networks; for everybody else it is a path where nothing is. */
export function registerMetrics(server: FastifyInstance, registry: Registry, from: readonly string[]): void {
  const mayRead = oneOf(from);
  server.get(metricsPath, async (request, reply) => {
    if (!mayRead(request.ip)) return reply.callNotFound();
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await metricsText(registry));
  });
}
