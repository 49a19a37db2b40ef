import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errors as joseErrors } from 'jose';
import { HubError } from '#shared/errors.js';
import type { Logger } from '#shared/log.js';
import { perRequest } from '#shared/per-request.js';
import { anonymous, type Viewer } from '#shared/viewer.js';
import { staleIfError } from './last-answers.js';
import { tokenMaxBytes } from './limits/token.js';
import type { RateLimits } from './rate-limits.js';
import { refuse } from './refusal.js';
import type { Asking } from './source.js';
import { Spending } from './spending.js';
import { recordOf } from './telemetry/record.js';

/** Yields who a token speaks for, at once when it was read just now; throws when it speaks for nobody. */
export type ReadToken = (token: string, address: string) => Viewer | Promise<Viewer>;

/** Refusals that say more than that a token is wrong. */
const told = new Set<unknown>(['RATE_LIMITED', 'UNAVAILABLE']);

/** Decides who asks, once per request to one of the paths and before anything of it is read; yields what was decided. */
export function authenticate(
  server: FastifyInstance,
  paths: ReadonlySet<string | undefined>,
  { readToken, rates, log }: { readToken: ReadToken; rates: RateLimits; log: Logger },
): (request: FastifyRequest) => Asking {
  const contexts = perRequest<FastifyRequest, Asking>('context');
  server.addHook('onRequest', (request, reply, done) => {
    const { headers } = request;
    // What processes of the hub tell each other in headers is nobody's to send from outside.
    for (const name in headers) if (name.startsWith('x-hub-')) delete headers[name];
    if (!paths.has(request.routeOptions.url)) return done();
    const record = recordOf(request);
    const { requestId, touched, operation } = record;
    const decide = (found: Viewer | HubError): void => {
      if (found instanceof HubError) return void refuse(reply, found);
      record.viewer = found;
      contexts.keep(request, {
        viewer: found,
        record,
        requestId,
        touched,
        spending: new Spending(rates, { viewer: found, address: request.ip }, reply),
        operation,
        staleIfErrorSeconds: staleIfError(headers['cache-control']),
      });
      done();
    };
    const found = viewerOf(request, readToken, () => log.child({ requestId }));
    // Who was known just now does not wait for a turn of the loop.
    if (found instanceof Promise) found.then(decide, done);
    else decide(found);
  });
  // The hook has run for every request that gets so far.
  return (request) => contexts.of(request) as Asking;
}

function viewerOf(
  request: FastifyRequest,
  readToken: ReadToken,
  log: () => Logger,
): Viewer | HubError | Promise<Viewer | HubError> {
  const header = singleAuthorization(request.raw);
  if (header === null || header instanceof HubError) return header ?? anonymous;
  const [, token] = /^Bearer +(\S+) *$/i.exec(header) ?? [];
  if (token === undefined || token.length > tokenMaxBytes) return invalidToken();
  const refusal = (error: unknown): HubError => {
    if (error instanceof HubError && told.has(error.extensions['code'])) return error;
    report(error, log());
    return invalidToken();
  };
  try {
    const read = readToken(token, request.ip);
    return read instanceof Promise ? read.catch(refusal) : read;
  } catch (error) {
    return refusal(error);
  }
}

/** The client hears one sentence for every reason: it tells who guesses nothing. */
export const invalidToken = () => new HubError('UNAUTHENTICATED', 'The token is not valid.');

/** An API key that opens nothing, by the part of it that may be shown. */
export class RefusedKey extends Error {
  constructor(readonly prefix: string | null) {
    super('This API key opens nothing.');
  }
}

/** The operator hears the reason; an issuer that does not answer is worth more than a line for debugging. */
function report(error: unknown, log: Logger): void {
  if (error instanceof RefusedKey) return log.warn({ apiKey: error.prefix }, 'refused an API key');
  const { message, code } = error as Error & { code?: string };
  const isTokens = error instanceof joseErrors.JOSEError && !(error instanceof joseErrors.JWKSTimeout);
  if (isTokens) log.debug({ reason: code }, 'refused a token');
  else log.warn({ reason: message }, 'could not check a token');
}

/** Yields the one header that says who asks, null when there is none; two of them are a mistake, or an attempt to be two people. */
function singleAuthorization({ rawHeaders, headers }: FastifyRequest['raw']): string | null | HubError {
  if (headers.authorization === undefined) return null;
  const given = rawHeaders.filter(
    (name, index) => index % 2 === 0 && name.length === nameLength && name.toLowerCase() === 'authorization',
  ).length;
  // Node keeps the first of several, another program in front of the hub may keep the last.
  if (given > 1 || headers.authorization.includes(','))
    return new HubError('BAD_USER_INPUT', 'Authorization: one token is expected, several were sent.');
  if (headers['x-api-key'] !== undefined)
    return new HubError(
      'BAD_USER_INPUT',
      'Authorization and X-Api-Key: one of them is expected; a key is sent as `Authorization: Bearer hub_…`.',
    );
  return headers.authorization;
}

const nameLength = 'authorization'.length;
