import type { GraphQLDataSource } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { type DocumentNode, Kind, separateOperations } from 'graphql';
import { disableApolloTelemetry } from '#shared/env.js';
import { parseOnce } from '#shared/graphql-documents.js';
import type { HubContext, Source, SourceFor } from '../source.js';
import type { Supergraph } from './supergraph.js';

/** Apollo's own engine: for platforms without the native planner, and the second opinion that the stories run against. */
export async function apolloEngine(
  { apiSchema, sdl }: Supergraph,
  sourceFor: SourceFor,
): Promise<GatewayInterface> {
  disableApolloTelemetry();
  const { ApolloGateway } = await import('@apollo/gateway');
  const silent = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  const gateway = new ApolloGateway({
    supergraphSdl: sdl,
    logger: silent,
    debug: false,
    buildService: ({ name }) => new ParsedSource(sourceFor(name)),
  });
  const engine = gateway as unknown as GatewayInterface;
  return {
    load: async (options) => {
      const { executor } = await engine.load(options);
      return {
        executor: executor && ((requested) => executor({ ...requested, document: alone(requested) })),
      };
    },
    onSchemaLoadOrUpdate: (listener) =>
      engine.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => listener({ apiSchema, coreSupergraphSdl })),
    stop: () => engine.stop(),
  };
}

interface Requested {
  document: DocumentNode;
  operationName?: string | null;
}

/** Its planner reads all of a document, and takes a variable that only another operation declares for a mistake. */
function alone({ document, operationName }: Requested): DocumentNode {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operations.length === 1) return document;
  return separateOperations(document)[operationName ?? ''] ?? document;
}

/** Parses each of the plan's operations once; Apollo's own local source would parse and validate at every fetch. */
class ParsedSource implements GraphQLDataSource<HubContext> {
  private readonly parse = parseOnce();

  constructor(private readonly source: Source) {}

  async process({ request, context }: Parameters<GraphQLDataSource<HubContext>['process']>[0]) {
    // The gateway asks with its own empty context only for SDL, which this hub never does: the supergraph is given.
    const answer = await this.source({
      document: this.parse(request.query ?? ''),
      variables: request.variables,
      operationName: request.operationName,
      ...(context as HubContext),
    });
    return answer as never;
  }
}
