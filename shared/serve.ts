import fastify, { type FastifyInstance } from 'fastify';
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError } from 'graphql';
import { parseOnce } from './graphql-documents.js';
import { badInput, HubError, maskError } from './errors.js';
import type { Logger } from './log.js';
import { StartError } from './start-error.js';
import type { RunningSubgraph } from './run-subgraph.js';
import { anonymous } from './viewer.js';

/** A gateway sends hundreds of keys at once, never megabytes. */
const bodyMax = 4 * 1024 * 1024;

/** Answers one subgraph's operations over HTTP; no Apollo Server inside, because only a gateway calls it. */
export function subgraphServer({ execute }: RunningSubgraph, log: Logger): FastifyInstance {
  const documentOf = parseOnce();
  const server = fastify({ bodyLimit: bodyMax, logger: false });
  server.post('/graphql', async (request): Promise<FormattedExecutionResult> => {
    const { query, variables, operationName } = (request.body ?? {}) as Record<string, unknown>;
    if (typeof query !== 'string')
      return masked({ errors: [badInput('query', query, 'a GraphQL document is expected')] }, log);
    const answer = await execute({
      document: documentOf(query),
      variables: variables as Record<string, unknown> | undefined,
      operationName: operationName as string | undefined,
      viewer: anonymous,
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

/** Masks what leaves this process too: who reaches a subgraph's port learns no more than a client of the gateway. */
function masked({ data, errors }: ExecutionResult, log: Logger): FormattedExecutionResult {
  if (errors === undefined) return { data: data ?? null };
  const visible = errors.map((error) =>
    maskError(error.toJSON(), (incident) => log.error({ incident, err: error }, 'masked error')),
  );
  return { data: data ?? null, errors: visible };
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
