import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { type ExecutionResult, getOperationAST, GraphQLError } from 'graphql';
import { HubError } from '#shared/errors.js';
import type { HubContext, SourceFor } from '../source.js';
import type { Supergraph } from './supergraph.js';

/**
 * The default engine: a planner in Rust that keeps each operation's plan, one fetch per subgraph and level, and hands
 * sub-documents over parsed. Plans are kept by document object, so the server must keep its parsed documents (it does).
 */
export async function hiveEngine(
  { apiSchema, sdl, schema }: Supergraph,
  sourceFor: SourceFor,
): Promise<GatewayInterface> {
  const handler = await unifiedGraphHandler({
    unifiedGraph: schema,
    getUnifiedGraphSDL: () => sdl,
    onSubgraphExecute: (subgraph: string, { document, variables, operationName, context }: HiveFetch) =>
      sourceFor(subgraph)({ document, variables, operationName, ...context }),
  } as never);
  const run = handler.executor as unknown as (
    request: HiveRequest,
  ) => Promise<ExecutionResult> | ExecutionResult;

  const executor: Awaited<ReturnType<GatewayInterface['load']>>['executor'] = async (requested) => {
    const operation = getOperationAST(requested.document, requested.operationName);
    try {
      const { data, errors } = await run({
        document: requested.document,
        variables: requested.request.variables ?? {},
        operationName: requested.operationName ?? undefined,
        operationType: operation?.operation ?? 'query',
        context: requested.context as HubContext,
      });
      return { data: data ?? null, ...(errors?.length ? { errors } : {}) } as never;
    } catch (error) {
      return { data: null, errors: [asInputError(error)] } as never;
    }
  };
  return {
    load: () => Promise.resolve({ executor }),
    onSchemaLoadOrUpdate: (listener) => {
      listener({ apiSchema, coreSupergraphSdl: sdl });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}

interface HiveRequest {
  document: Parameters<typeof getOperationAST>[0];
  variables: Record<string, unknown>;
  operationName: string | undefined;
  operationType: string;
  context: HubContext;
}
type HiveFetch = Omit<HiveRequest, 'operationType'>;

/** Before any fetch the runtime throws only for variables that do not fit their types. */
function asInputError(error: unknown): GraphQLError {
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  if (first instanceof GraphQLError) return new HubError('BAD_USER_INPUT', first.message);
  throw first;
}
