import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requestMaxMs } from '#shared/drain.js';
import { perRequest } from '#shared/per-request.js';

/** Of a file of rows: 10 MiB come in that time over 300 kbit/s, as a village's office may have. */
export const uploadMaxMs = 300_000;

/** What Node itself says of a request that takes longer than its server's limit. */
const tooSlow = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

const timers = perRequest<FastifyRequest, NodeJS.Timeout>('body deadline');

/**
 * Ends a request whose body does not come in time. Node knows one limit for all of a server's requests, which is that of uploads; every
 * other request, and one whose upload is refused, has no more time than its few kilobytes need.
 */
export function limitBodies(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request;
    if (raw.headers['content-length'] === undefined && raw.headers['transfer-encoding'] === undefined)
      return done();
    const { socket } = raw;
    const timer = setTimeout(() => {
      if (!raw.complete) server.server.emit('clientError', tooSlow, socket);
    }, requestMaxMs).unref();
    raw.once('close', () => clearTimeout(timer));
    timers.keep(request, timer);
    done();
  });
}

/** Gives a request the time of an upload. */
export function allowUpload(request: FastifyRequest): void {
  clearTimeout(timers.of(request));
}
