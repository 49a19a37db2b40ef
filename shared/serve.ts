import fastify, { type FastifyInstance } from 'fastify';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { parseOnce } from './graphql-documents.js';
import { badInput } from './errors.js';
import { StartError } from './start-error.js';
import type { RunningSubgraph } from './run-subgraph.js';
import { anonymous } from './viewer.js';

/** A gateway sends hundreds of keys at once, never megabytes. */
const bodyMax = 4 * 1024 * 1024;

/** Answers one subgraph's operations over HTTP; no Apollo Server inside, because only a gateway calls it. */
export function subgraphServer({ execute }: RunningSubgraph): FastifyInstance {
  const documentOf = parseOnce();
  const server = fastify({ bodyLimit: bodyMax, logger: false });
  server.post('/graphql', async (request): Promise<ExecutionResult> => {
    const { query, variables, operationName } = (request.body ?? {}) as Record<string, unknown>;
    if (typeof query !== 'string')
      return { errors: [badInput('query', query, 'a GraphQL document is expected')] };
    return execute({
      document: documentOf(query),
      variables: variables as Record<string, unknown> | undefined,
      operationName: operationName as string | undefined,
      viewer: anonymous,
    });
  });
  server.get('/health/live', () => ({ status: 'ok' }));
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    reply
      .status(error.statusCode ?? 500)
      .send({ errors: [new GraphQLError('The request could not be read.')] }),
  );
  return server;
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
