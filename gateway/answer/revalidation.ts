import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Viewer } from '#shared/viewer.js';
import { etagOf } from '../cache/entry.js';
import { dataText } from '../plan/ready-data.js';
import type { HubContext, OperationFacts } from '../source.js';

/** Kept by nobody: who asked decides what is in it, or it may be wrong the next moment. */
const keptByNobody = 'no-store';
/** Kept, and never used before the hub was asked whether it still holds. */
const kept = { stranger: 'public, no-cache', viewer: 'private, no-cache' };

/**
 * Lets the whole answer to a GET of a trusted document be kept, under an ETag of its data: what the notes beside it say (request, time)
 * changes with every answer and does not make it another one.
 */
export const revalidation: ApolloServerPlugin<HubContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response, contextValue }) => {
        const { body, http } = response;
        const { operation, touched, viewer } = contextValue;
        const isWhole = body.kind === 'single' && body.singleResult.errors === undefined && touched.isFresh;
        const isKept = isWhole && mayBeKept(request.http?.method, operation);
        http.headers.set('cache-control', cacheControl(isKept, viewer));
        if (isKept) http.headers.set('etag', etagOf(dataText(body.singleResult.data)));
        return Promise.resolve();
      },
    }),
};

/** Whether whoever asks may keep the whole answer. */
export const mayBeKept = (method: string | undefined, { trustedName }: OperationFacts): boolean =>
  method === 'GET' && trustedName !== null;

/** Says who may keep an answer, and that it is asked for again before each use. */
export function cacheControl(isKept: boolean, { subject }: Viewer): string {
  if (!isKept) return keptByNobody;
  return subject === null ? kept.stranger : kept.viewer;
}

/** What decides an answer besides its URL, and what others have said that does. */
const differsBy = ['Authorization', 'Accept', 'Accept-Encoding'];

/** Answers 304 to whoever has the answer that would be sent. */
export function registerRevalidation(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const etag = reply.getHeader('etag');
    if (typeof etag !== 'string') return done(null, payload);
    void reply.header('vary', variesBy(reply.getHeader('vary')));
    if (reply.statusCode !== 200 || !isKnown(etag, request.headers['if-none-match']))
      return done(null, payload);
    reply.status(304).removeHeader('content-type').removeHeader('content-length');
    done(null, null);
  });
}

/** Adds to what others have said an answer differs by. */
export const variesBy = (others: unknown): string =>
  [...new Set([...differsBy, ...String(others ?? '').split(/, */)])].filter(Boolean).join(', ');

/** Whether a client has the answer of this ETag, by its If-None-Match. */
export function isKnown(etag: string, known: string | undefined): boolean {
  if (known === undefined) return false;
  return known === '*' || known.split(',').some((each) => each.trim() === etag);
}
