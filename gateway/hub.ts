import { ApolloServer } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastify, { type FastifyInstance } from 'fastify';
import { drainingServer } from '#shared/drain.js';
import { maskError } from '#shared/errors.js';
import { type ReadParts, registerHealth } from '#shared/health.js';
import type { Logger } from '#shared/log.js';
import { defaultLimits, type Limits } from '#shared/limits.js';
import { registerMetrics } from '#shared/metrics/endpoint.js';
import { measureHttp } from '#shared/metrics/http.js';
import { plainTelemetry, type Telemetry } from '#shared/telemetry.js';
import { answerNotes } from './answer/notes.js';
import { answerText } from './answer/text.js';
import { registerApi } from './api.js';
import { authenticate, type ReadToken } from './authenticate.js';
import { limitBodies, uploadMaxMs } from './body-deadline.js';
import type { AnswerCache } from './cache/answer-cache.js';
import { withDeadline } from './deadline.js';
import type { Export } from './exports/export.js';
import { exportsPath, registerExports, servedSchema } from './exports/route.js';
import { importPaths, registerImports } from './imports/route.js';
import { jsonStatus } from './answer/json-status.js';
import { registerRevalidation, revalidation } from './answer/revalidation.js';
import { costLimit } from './limits/plugin.js';
import { refuseNul } from './nul.js';
import { type Pages, registerPages } from './pages.js';
import { type RateLimits, rateLimits } from './rate-limits.js';
import { answerUnroutable, registerRefusals } from './refusal.js';
import type { HubContext, SourceFor } from './source.js';
import { noteOperations } from './telemetry/operations.js';
import { watchRequests } from './telemetry/requests.js';
import { registerTransport } from './transport.js';
import { noTrustedDocuments, type TrustedDocuments } from './trusted/documents.js';
import { answerUnreadable } from './unreadable.js';

const apiPath = '/graphql';
/** Where it matters who asks. */
const askedPaths = new Set<string | undefined>([apiPath, exportsPath, ...importPaths]);

export interface HubOptions {
  engine: GatewayInterface;
  log: Logger;
  readToken: ReadToken;
  /** Whether each subgraph is ready. */
  readyParts: ReadParts;
  /** The gateway serves the API without pages when null. */
  pages: Pages | null;
  /** Whose X-Forwarded-For says who asks, addresses or networks; nobody's when empty or left out. */
  trustedProxies?: readonly string[];
  limits?: Limits;
  documents?: TrustedDocuments;
  /** Nobody is limited when left out. */
  rates?: RateLimits;
  /** Whose pages in a browser may read answers, besides the hub's own. */
  corsOrigins?: readonly string[];
  /** What the hub's operator sees; an own one, without traces, when left out. */
  telemetry?: Telemetry;
  /** Keeps answers while nothing was written; none are kept when left out. */
  cache?: AnswerCache | null;
  /** What can be downloaded, as far as the supergraph can answer it; nothing when left out. */
  exports?: readonly Export[];
  /** Where files of rows go; none are taken when left out. */
  sourceFor?: SourceFor | null;
}

/** The hub's HTTP server: the API at /graphql, the pages at /, files out at /exports/ and in at /imports/. */
export async function createHub({
  engine,
  log,
  readToken,
  readyParts,
  pages,
  trustedProxies = [],
  limits = defaultLimits,
  documents = noTrustedDocuments,
  rates = rateLimits({ perAddress: 0, perViewer: 0 }),
  corsOrigins = [],
  telemetry = plainTelemetry(),
  cache = null,
  exports = [],
  sourceFor = null,
}: HubOptions): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: limits.bodyBytes,
    logger: false,
    serverFactory: drainingServer(uploadMaxMs),
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerUnroutable,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
  });
  const schemaOf = servedSchema(engine);
  const apollo = apolloServer(engine, limits, log);
  await apollo.start();
  server.addHook('onClose', () => apollo.stop());
  measureHttp(server, telemetry.registry);
  limitBodies(server);
  watchRequests(server, askedPaths, log, telemetry);
  registerRefusals(server, limits, log);
  registerRevalidation(server);
  await registerTransport(server, corsOrigins);
  if (pages !== null) await registerPages(server, pages, documents);
  const contextOf = authenticate(server, askedPaths, { readToken, rates, log });
  registerApi(server, { path: apiPath, apollo, contextOf, documents, limits, cache });
  registerExports(server, { exports, apollo, contextOf, schemaOf, limits, log });
  if (sourceFor !== null) registerImports(server, { contextOf, imports: () => sourceFor('imports'), limits });
  registerHealth(server, { parts: readyParts, group: 'subgraphs' });
  registerMetrics(server, telemetry.registry, telemetry.metricsFrom);
  return server;
}

/** Every option is given: none of them may depend on NODE_ENV. */
function apolloServer(engine: GatewayInterface, limits: Limits, log: Logger): ApolloServer<HubContext> {
  return new ApolloServer<HubContext>({
    gateway: withDeadline(engine, limits) as never,
    // Where only trusted documents are answered, nobody else gets so far as to ask.
    introspection: true,
    nodeEnv: 'production',
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens, noLocation: false },
    maxRecursiveSelections: limits.recursiveSelections,
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (reason) => log.warn({ reason }, 'Apollo Server'),
      error: (reason) => log.error({ reason }, 'Apollo Server'),
    },
    stringifyResult: answerText,
    formatError: (formatted, error) =>
      maskError(formatted, (incident) => log.error({ incident, err: error }, 'masked error')),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      noteOperations,
      answerNotes,
      jsonStatus,
      revalidation,
      refuseNul,
      costLimit(limits),
    ],
  });
}
