import type { ApolloServer } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { HubError } from '#shared/errors.js';
import type { Limits } from '#shared/limits.js';
import type { Logger } from '#shared/log.js';
import type { Viewer } from '#shared/viewer.js';
import { chargeRefusals } from '../refusal.js';
import type { Asking, HubContext } from '../source.js';
import type { Export } from './export.js';
import { Parameters } from './parameters.js';
import { Running } from './running.js';
import { Writing } from './writing.js';

export const exportsPath = '/exports/*';

export interface ExportsOptions {
  exports: readonly Export[];
  apollo: ApolloServer<HubContext>;
  contextOf(request: FastifyRequest): Asking;
  /** The schema that is served at the moment. */
  schemaOf(): GraphQLSchema;
  limits: Limits;
  log: Logger;
}

/** Serves files of what the hub knows to those who may have them. */
export function registerExports(
  server: FastifyInstance,
  { exports, apollo, contextOf, schemaOf, limits, log }: ExportsOptions,
): void {
  const offered = offeredBySchema(exports);
  const running = new Running(limits);
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const context = contextOf(request);
    const { viewer, spending } = context;
    spending.check();
    const found = offered(schemaOf()).get((request.params as { '*': string })['*']);
    if (found === undefined) throw new HubError('NOT_FOUND', 'There is no export of this name.');
    assertMayExport(viewer);
    if (request.raw.httpVersionMajor < 2 && request.raw.httpVersionMinor < 1) throw oldProtocol();
    const query = request.query as Record<string, string | string[]>;
    const parameters = found.parameters.read(query);
    running.begin(viewer, reply.raw);
    const writing = new Writing(found.export, { apollo, context, limits, log, reply });
    await writing.send(await writing.begin(parameters, filterOf(parameters)));
    return reply;
  };
  // A HEAD would have to make all of the file to say how long it is.
  server.get(exportsPath, { exposeHeadRoute: false }, chargeRefusals(contextOf, answer));
}

interface Offered {
  export: Export;
  parameters: Parameters;
}

/** Yields what a schema can answer of all that can be exported, by name; looked at once per schema. */
function offeredBySchema(exports: readonly Export[]): (schema: GraphQLSchema) => Map<string, Offered> {
  const known = new WeakMap<GraphQLSchema, Map<string, Offered>>();
  return (schema) => {
    const kept = known.get(schema);
    if (kept !== undefined) return kept;
    const pairs = exports.flatMap((each): [string, Offered][] => {
      const parameters = Parameters.of(each, schema);
      return parameters === null ? [] : [[each.name, { export: each, parameters }]];
    });
    const offered = new Map(pairs);
    known.set(schema, offered);
    return offered;
  };
}

/** Analysts and administrators; a key moreover needs the scope for bulk. */
function assertMayExport({ subject, roles, scopes }: Viewer): void {
  if (subject === null)
    throw new HubError('UNAUTHENTICATED', 'Exports are for analysts and administrators: send a token.');
  if (!roles.includes('analyst') && !roles.includes('admin'))
    throw new HubError('FORBIDDEN', 'Exports are for analysts and administrators.');
  if (scopes !== null && !scopes.includes('export:bulk'))
    throw new HubError('FORBIDDEN', 'The key lacks the scope export:bulk.');
}

/** What breaks off looks whole there: its end is that of the connection. */
const oldProtocol = (): HubError =>
  new HubError('BAD_USER_INPUT', 'Exports are sent by HTTP/1.1 or later only.', { http: { status: 505 } });

const filterOf = (parameters: Record<string, unknown>): string =>
  new URLSearchParams(
    Object.entries(parameters).map(([name, value]): [string, string] => [name, [value].flat().join(',')]),
  ).toString();

/** Follows the schema that an engine serves; to be called before the engine is loaded. */
export function servedSchema(engine: GatewayInterface): () => GraphQLSchema {
  let served: GraphQLSchema | undefined;
  engine.onSchemaLoadOrUpdate(({ apiSchema }) => {
    served = apiSchema;
  });
  // Nobody asks before the server has started, and it starts with a schema.
  return () => served as GraphQLSchema;
}
