import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** Below it a compressed answer saves no packet. */
const compressFromBytes = 1_024;
/** Of 11: beyond it a dashboard's answer takes longer to compress than to make. */
const brotliQuality = 4;
/** A browser asks again after so long whether another origin may ask. */
const preflightSeconds = 600;

const requestHeaders = ['authorization', 'content-type', 'cache-control', 'apollo-require-preflight'];
const answerHeaders = [
  'etag',
  'retry-after',
  'ratelimit-limit',
  'ratelimit-policy',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-request-id',
];

/** What every answer has in common: it is compressed where the client takes that, and read by pages of the given origins only. */
export async function registerTransport(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length > 0)
    await server.register(cors, {
      origin: [...origins],
      methods: ['GET', 'POST'],
      allowedHeaders: requestHeaders,
      exposedHeaders: answerHeaders,
      maxAge: preflightSeconds,
    });
  await server.register(compress, {
    threshold: compressFromBytes,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } },
    // A compressed request could unfold to any size.
    globalDecompression: false,
  });
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.header('x-content-type-options', 'nosniff');
    done();
  });
}
