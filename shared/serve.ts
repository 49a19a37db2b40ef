import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError } from 'graphql';
import { drainingServer } from './drain.js';
import { parseDocument } from './graphql-documents.js';
import { badInput, HubError, maskError } from './errors.js';
import { registerHealth } from './health.js';
import type { CallReader } from './internal-calls.js';
import { signatureHeader } from './internal-signature.js';
import { identityHeader, type InternalTokens } from './internal-token.js';
import { defaultLimits, type Limits } from './limits.js';
import type { Logger } from './log.js';
import { metricsPath, registerMetrics } from './metrics/endpoint.js';
import { measureHttp } from './metrics/http.js';
import { registerVersions } from './data-version/stream.js';
import { endOf, isMutationIn, operationEnds } from './operation.js';
import { StartError } from './start-error.js';
import { perRequest } from './per-request.js';
import { readDocuments, unknownDocument } from './remote/document-id.js';
import type { RunningSubgraph } from './run-subgraph.js';
import { plainTelemetry, type Telemetry } from './telemetry.js';
import { anonymous, type Viewer } from './viewer.js';
import { noteErrors, requestIdOf, watchCalls } from './watch-calls.js';

/** A gateway sends hundreds of keys at once, never megabytes. */
const bodyMax = 4 * 1024 * 1024;

export interface SubgraphServerOptions {
  /** The subgraph's name: a call that was signed for another one is refused. */
  name: string;
  running: Pick<RunningSubgraph, 'execute' | 'isReady'> & Partial<Pick<RunningSubgraph, 'versions'>>;
  calls: CallReader;
  log: Logger;
  limits?: Pick<Limits, 'operationMs'>;
  /** What its operator sees; an own one, without traces, when left out. */
  telemetry?: Telemetry;
}

/** Answers one subgraph's operations over HTTP; no Apollo Server inside, because only the hub's own processes call it. */
export function subgraphServer({
  name,
  running,
  calls,
  log,
  limits: { operationMs } = defaultLimits,
  telemetry = plainTelemetry(),
}: SubgraphServerOptions): FastifyInstance {
  const documents = readDocuments(parseDocument);
  const server = fastify({ bodyLimit: bodyMax, logger: false, serverFactory: drainingServer() });
  // The signature covers the bytes, so they are read as they are.
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  measureHttp(server, telemetry.registry);
  refuseUnsigned(server, name, calls, log);
  watchCalls(server, { log, tracing: telemetry.tracing, viewerOf: (request) => viewers.of(request) });
  server.post('/graphql', async (request, reply): Promise<FormattedExecutionResult | string> => {
    const { query, documentId, variables, operationName } = jsonOf(request.body as Buffer);
    if (typeof query !== 'string' && typeof documentId !== 'string')
      return masked(request, { errors: [badInput('query', query, 'a GraphQL document is expected')] }, log);
    const document =
      typeof query === 'string' ? documents.byText(query) : documents.byId(documentId as string);
    if (document === undefined) {
      void reply.type('application/json');
      return unknownDocument;
    }
    const isMutation = isMutationIn(document, operationName as string | undefined);
    const answer = await running.execute({
      document,
      variables: variables as Record<string, unknown> | undefined,
      operationName: operationName as string | undefined,
      signal: endOf(operationEnds(reply.raw, operationMs), isMutation),
      viewer: viewers.of(request) as Viewer,
      ...requestIdOf(request),
    });
    return masked(request, answer, log);
  });
  registerVersions(server, running.versions);
  registerHealth(server, { parts: async () => ({ database: await running.isReady() }) });
  registerMetrics(server, telemetry.registry, telemetry.metricsFrom);
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    // A text that is no document is an answer like any other; what Fastify could not read is not.
    if (error instanceof GraphQLError) {
      return reply.send(masked(request, { errors: [new HubError('BAD_USER_INPUT', error.message)] }, log));
    }
    return reply
      .status(error.statusCode ?? 500)
      .send({ errors: [{ message: 'The request could not be read.' }] });
  });
  return server;
}

const viewers = perRequest<FastifyRequest, Viewer>('viewer');

/** Refuses, before anything of a request is parsed, whatever no process of the hub has signed for this subgraph just now; health and measurements alone are open. */
function refuseUnsigned(server: FastifyInstance, name: string, calls: CallReader, log: Logger): void {
  const refuse = (reply: FastifyReply, reason: string): FastifyReply => {
    log.warn(
      { ...requestIdOf(reply.request), reason },
      'refused a call: do INTERNAL_KEYS and the clocks of the processes agree?',
    );
    return reply
      .status(401)
      .send({ errors: [new HubError('UNAUTHENTICATED', 'The call is not signed.').toJSON()] });
  };
  server.addHook('onRequest', async (request, reply) => {
    if (isOpen(request)) return;
    const reason = calls.verifier.refusesEarly(request.headers[signatureHeader]);
    if (reason !== null) return refuse(reply, reason);
  });
  server.addHook('preHandler', async (request, reply) => {
    if (isOpen(request)) return;
    const { method, url: path, headers } = request;
    const body = Buffer.isBuffer(request.body) ? request.body : '';
    const reason = await calls.verifier.refuses({ method, path, headers, body });
    if (reason !== null) return refuse(reply, reason);
    try {
      viewers.keep(request, await viewerOf(request, name, calls.tokens));
    } catch (error) {
      return refuse(reply, (error as Error).message);
    }
  });
}

const isOpen = ({ routeOptions: { url } }: FastifyRequest): boolean =>
  url === metricsPath || url?.startsWith('/health/') === true;

/** Yields who asks; the hub's call is a stranger's without the header, and a wrong one is refused rather than taken for a stranger's. */
async function viewerOf(request: FastifyRequest, name: string, tokens: InternalTokens): Promise<Viewer> {
  const token = request.headers[identityHeader];
  return token === undefined ? anonymous : tokens.viewer(String(token), name);
}

function jsonOf(body: Buffer | undefined): Record<string, unknown> {
  try {
    return (JSON.parse(String(body)) ?? {}) as Record<string, unknown>;
  } catch {
    throw Object.assign(new Error('no JSON'), { statusCode: 400 });
  }
}

/** Masks what leaves this process too: who reaches a subgraph's port learns no more than a client of the gateway. */
function masked(
  request: FastifyRequest,
  { data, errors, extensions }: ExecutionResult,
  log: Logger,
): FormattedExecutionResult {
  const beside = extensions === undefined ? {} : { extensions };
  if (errors === undefined) return { data: data ?? null, ...beside };
  const visible = errors.map((error) =>
    maskError(error.toJSON(), (incident) =>
      log.error({ ...requestIdOf(request), incident, err: error }, 'masked error'),
    ),
  );
  noteErrors(request, visible);
  return { data: data ?? null, errors: visible, ...beside };
}

/** Listens, and says in words why it cannot. */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new StartError(
        `PORT: ${port} on ${host} is already in use; stop what uses it, or set PORT (0 takes a free one).`,
      );
    }
    if (code === 'EACCES')
      throw new StartError(`PORT: ${port} may not be opened by this user; take one above 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartError(
        `HOST: ${host} is no address of this machine (${message}); 127.0.0.1 or 0.0.0.0 is usual.`,
      );
    }
    throw error;
  }
}
