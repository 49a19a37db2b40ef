import type { GraphQLDataSource } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { disableApolloTelemetry } from '#shared/env.js';
import { parseOnce } from '#shared/graphql-documents.js';
import type { HubContext, Source, SourceFor } from '../source.js';

/** Apollo's own engine: for platforms without the native planner, and the second opinion that the stories run against. */
export async function apolloEngine(supergraphSdl: string, sourceFor: SourceFor): Promise<GatewayInterface> {
  disableApolloTelemetry();
  const { ApolloGateway } = await import('@apollo/gateway');
  const silent = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: silent,
    debug: false,
    buildService: ({ name }) => new ParsedSource(sourceFor(name)),
  });
  return gateway as unknown as GatewayInterface;
}

/** Parses each of the plan's operations once; Apollo's own local source would parse and validate at every fetch. */
class ParsedSource implements GraphQLDataSource<HubContext> {
  private readonly parse = parseOnce();

  constructor(private readonly source: Source) {}

  async process({ request, context }: Parameters<GraphQLDataSource<HubContext>['process']>[0]) {
    // The gateway asks with its own empty context only for SDL, which this hub never does: the supergraph is given.
    const { viewer, requestId } = context as HubContext;
    const answer = await this.source({
      document: this.parse(request.query ?? ''),
      variables: request.variables,
      operationName: request.operationName,
      viewer,
      requestId,
    });
    return answer as never;
  }
}
