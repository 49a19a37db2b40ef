import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError } from 'graphql';
import { parseOnce } from './graphql-documents.js';
import { badInput, HubError, maskError } from './errors.js';
import { identityHeader, type InternalTokens, requestIdHeader } from './internal-token.js';
import type { Logger } from './log.js';
import { StartError } from './start-error.js';
import type { RunningSubgraph } from './run-subgraph.js';
import { anonymous, type Viewer } from './viewer.js';

/** A gateway sends hundreds of keys at once, never megabytes. */
const bodyMax = 4 * 1024 * 1024;

export interface SubgraphServerOptions {
  /** The subgraph's name: a token for another one is refused. */
  name: string;
  running: RunningSubgraph;
  tokens: InternalTokens;
  log: Logger;
}

/** Answers one subgraph's operations over HTTP; no Apollo Server inside, because only a gateway calls it. */
export function subgraphServer({ name, running, tokens, log }: SubgraphServerOptions): FastifyInstance {
  const documentOf = parseOnce();
  const server = fastify({ bodyLimit: bodyMax, logger: false });
  server.post('/graphql', async (request, reply): Promise<FormattedExecutionResult> => {
    const viewer = await viewerOf(request, name, tokens).catch((error: Error) => {
      log.warn({ reason: error.message }, 'refused an identity: do INTERNAL_KEYS of the processes match?');
      return null;
    });
    if (viewer === null) {
      void reply.status(401);
      return { errors: [new HubError('UNAUTHENTICATED', 'The identity is not valid.').toJSON()] };
    }
    const { query, variables, operationName } = (request.body ?? {}) as Record<string, unknown>;
    if (typeof query !== 'string')
      return masked({ errors: [badInput('query', query, 'a GraphQL document is expected')] }, log);
    const answer = await running.execute({
      document: documentOf(query),
      variables: variables as Record<string, unknown> | undefined,
      operationName: operationName as string | undefined,
      viewer,
      ...requestIdOf(request),
    });
    return masked(answer, log);
  });
  server.get('/health/live', () => ({ status: 'ok' }));
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    // A text that is no document is an answer like any other; what Fastify could not read is not.
    if (error instanceof GraphQLError) {
      return reply.send(masked({ errors: [new HubError('BAD_USER_INPUT', error.message)] }, log));
    }
    return reply
      .status(error.statusCode ?? 500)
      .send({ errors: [{ message: 'The request could not be read.' }] });
  });
  return server;
}

/** Yields who asks; nobody is named without the header, and a wrong one is refused rather than taken for nobody. */
async function viewerOf(request: FastifyRequest, name: string, tokens: InternalTokens): Promise<Viewer> {
  const token = request.headers[identityHeader];
  return token === undefined ? anonymous : tokens.viewer(String(token), name);
}

/** The request id goes into logs and rows: only what is an id is taken over. */
function requestIdOf(request: FastifyRequest): { requestId?: string } {
  const id = String(request.headers[requestIdHeader]);
  return /^[0-9a-f-]{36}$/.test(id) ? { requestId: id } : {};
}

/** Masks what leaves this process too: who reaches a subgraph's port learns no more than a client of the gateway. */
function masked({ data, errors, extensions }: ExecutionResult, log: Logger): FormattedExecutionResult {
  const beside = extensions === undefined ? {} : { extensions };
  if (errors === undefined) return { data: data ?? null, ...beside };
  const visible = errors.map((error) =>
    maskError(error.toJSON(), (incident) => log.error({ incident, err: error }, 'masked error')),
  );
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
