import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '#shared/errors.js';
import type { Limits } from '#shared/limits.js';
import { operationEnds } from '#shared/operation.js';
import type { AnswerCache } from './cache/answer-cache.js';
import { withCache } from './cache/serve.js';
import { admitter, type Asked, assertReadable } from './intake.js';
import { chargeRefusals } from './refusal.js';
import type { Asking, HubContext } from './source.js';
import type { TrustedDocuments } from './trusted/documents.js';

export interface ApiOptions {
  path: string;
  apollo: ApolloServer<HubContext>;
  contextOf(request: FastifyRequest): Asking;
  documents: TrustedDocuments;
  limits: Limits;
  /** Null where no answer is kept. */
  cache: AnswerCache | null;
}

/** Serves the API at a path: what is admitted goes to Apollo Server, everything else is refused in its form. */
export function registerApi(
  server: FastifyInstance,
  { path, apollo, contextOf, documents, limits, cache }: ApiOptions,
): void {
  const admit = admitter(documents, limits);
  server.removeContentTypeParser('text/plain');

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const context = contextOf(request);
    const given = askedIn(request);
    const { asked, trustedName } = isAsked(given)
      ? admit(given, documents.profileOf(context.viewer))
      : { asked: given, trustedName: null };
    context.operation.trustedName = trustedName;
    if (cache === null || !isAsked(asked)) return make(request, reply, asked, context);
    return withCache(cache, { request, asked, context }, reply, () => make(request, reply, asked, context));
  };

  const make = async (request: FastifyRequest, reply: FastifyReply, asked: unknown, context: Asking) => {
    const { headers, body, status } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: httpRequest(request, asked),
      context: () => Promise.resolve({ ...context, ...operationEnds(reply.raw, limits.operationMs) }),
    });
    void reply.headers(Object.fromEntries(headers)).status(status ?? 200);
    // Only an answer with @defer would come in chunks, and no engine here has it.
    return body.kind === 'complete' ? body.string : reply.send(new HubError('INTERNAL', ''));
  };

  server.route({
    method: ['GET', 'POST'],
    url: path,
    // Apollo Server has no answer without a body.
    exposeHeadRoute: false,
    preParsing: (request, _reply, payload, done) => {
      try {
        contextOf(request).spending.check();
        assertReadable(request);
        done(null, payload);
      } catch (error) {
        done(error as Error);
      }
    },
    handler: chargeRefusals(contextOf, answer),
  });
}

/** A body of any JSON, or the parameters of the URL. */
const askedIn = ({ method, body, query }: FastifyRequest): unknown => (method === 'GET' ? query : body);

const isAsked = (given: unknown): given is Asked =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

function httpRequest({ method, headers }: FastifyRequest, asked: unknown): HTTPGraphQLRequest {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  const isGet = method === 'GET';
  return {
    method,
    headers: map,
    search: isGet ? searchOf(asked as Asked) : '',
    body: isGet ? undefined : asked,
  };
}

/** A parameter that came twice comes twice again: Apollo Server refuses it. */
function searchOf(asked: Asked): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    for (const each of [value].flat()) search.append(name, String(each));
  return `?${search}`;
}
