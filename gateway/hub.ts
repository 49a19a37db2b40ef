import { ApolloServer } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import fastify, { type FastifyInstance } from 'fastify';
import { drainingServer } from '#shared/drain.js';
import { maskError } from '#shared/errors.js';
import { type ReadParts, registerHealth } from '#shared/health.js';
import type { Logger } from '#shared/log.js';
import { answerNotes } from './answer/notes.js';
import { authenticate, type ReadToken } from './authenticate.js';
import { bodyMaxBytes, recursiveSelectionsMax, tokensMax } from './limits.js';
import { refuseNul } from './nul.js';
import { registerPages } from './pages.js';
import type { HubContext } from './source.js';
import { answerUnreadable } from './unreadable.js';

const apiPath = '/graphql';

export interface HubOptions {
  engine: GatewayInterface;
  log: Logger;
  readToken: ReadToken;
  /** Whether each subgraph is ready. */
  readyParts: ReadParts;
  /** Folder of the pages; the gateway serves the API without them when null. */
  pages: string | null;
  /** Whose X-Forwarded-For says who asks, addresses or networks; nobody's when empty or left out. */
  trustedProxies?: readonly string[];
}

/** The hub's HTTP server: the API at /graphql, the pages at /. */
export async function createHub({
  engine,
  log,
  readToken,
  readyParts,
  pages,
  trustedProxies = [],
}: HubOptions): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: bodyMaxBytes,
    logger: false,
    serverFactory: drainingServer,
    clientErrorHandler: answerUnreadable,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
  });
  // Every option is given: none of them may depend on NODE_ENV.
  const apollo = new ApolloServer<HubContext>({
    gateway: engine as never,
    introspection: true,
    nodeEnv: 'production',
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: tokensMax, noLocation: false },
    maxRecursiveSelections: recursiveSelectionsMax,
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (text) => log.warn(text),
      error: (text) => log.error(text),
    },
    formatError: (formatted, error) =>
      maskError(formatted, (incident) => log.error({ incident, err: error }, 'masked error')),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      answerNotes,
      refuseNul,
    ],
  });
  await apollo.start();
  server.addHook('onClose', () => apollo.stop());
  if (pages !== null) registerPages(server, pages);
  const contextOf = authenticate(server, apiPath, { readToken, log });
  await server.register(fastifyApollo(apollo), {
    path: apiPath,
    method: ['GET', 'POST', 'OPTIONS'],
    context: (request) => Promise.resolve(contextOf(request)),
  });
  registerHealth(server, { parts: readyParts, group: 'subgraphs' });
  return server;
}
