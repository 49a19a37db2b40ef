import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { type DocumentNode, getOperationAST, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { type CompiledOperation, compileOperation } from '../plan/operation.js';
import type { HubContext, SourceFor } from '../source.js';
import type { Supergraph } from './supergraph.js';

type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/**
 * The default engine: Hive's planner in Rust, one fetch per subgraph and level. Each operation is planned once, and its plan and the
 * form of its answer are compiled, so a request decides nothing but what its variables say. Kept by document object, so the server must
 * keep its parsed documents (it does).
 */
export async function hiveEngine(
  { apiSchema, sdl, schema }: Supergraph,
  sourceFor: SourceFor,
): Promise<GatewayInterface> {
  const { openPlanner } = await import('../plan/planner.js');
  const planner = openPlanner(sdl);
  const compiled = compiledOnce((document, operation) =>
    compileOperation(document, operation, { planner, apiSchema, schema, sourceFor }),
  );
  const executor: Executor = async ({ document, operationName, request, context }) => {
    const operation = getOperationAST(document, operationName) as OperationDefinitionNode;
    try {
      const { run } = await compiled(document, operation);
      const { data, errors } = await run(request.variables ?? {}, context as HubContext);
      return { data, ...(errors.length === 0 ? {} : { errors }) } as never;
    } catch (error) {
      if (error instanceof GraphQLError) return { data: null, errors: [error] } as never;
      throw error;
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

type Compile = (document: DocumentNode, operation: OperationDefinitionNode) => Promise<CompiledOperation>;

/** Compiles each operation once; who asks meanwhile waits for the same compilation, and one that failed is tried again. */
function compiledOnce(compile: Compile): Compile {
  const known = new WeakMap<OperationDefinitionNode, Promise<CompiledOperation>>();
  return (document, operation) => {
    const kept = known.get(operation);
    if (kept !== undefined) return kept;
    const made = compile(document, operation);
    known.set(operation, made);
    made.catch(() => known.delete(operation));
    return made;
  };
}
