import { type DocumentNode, execute, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { isMutationIn } from './operation.js';

/** What is asked that often is asked again: a document of a client who makes up a new one each time is not worth a compilation. */
const compiledFrom = 3;
/** Distinct operations of a hub are few; a compiled one holds some 100 kB. */
const compiledMax = 500;

/** An operation on its way. */
export interface Execution {
  document: DocumentNode;
  variables: Record<string, unknown> | undefined;
  operationName: string | undefined;
  contextValue: unknown;
}

type Run = (execution: Execution) => Promise<ExecutionResult>;

export interface Executor {
  run: Run;
  /** How many operations are compiled. */
  compiled(): number;
}

/** Runs operations of a schema; what is asked often is compiled into functions by graphql-jit, everything else is interpreted by graphql-js. */
export function executor(schema: GraphQLSchema): Executor {
  const interpret: Run = async ({ document, variables, operationName, contextValue }) =>
    execute({
      schema,
      document,
      variableValues: variables ?? null,
      operationName: operationName ?? null,
      contextValue,
    });
  const asked = new LRUCache<DocumentNode, Map<string, Asked>>({ max: compiledMax });
  const askedOf = ({ document, operationName = '' }: Execution): Asked => {
    const operations = asked.get(document) ?? new Map<string, Asked>();
    if (operations.size === 0) asked.set(document, operations);
    const found = operations.get(operationName) ?? { times: 0, compiled: null };
    operations.set(operationName, found);
    return found;
  };
  const run: Run = async (execution) => {
    const { document, operationName } = execution;
    // A mutation spends its time in the database.
    if (isMutationIn(document, operationName)) return interpret(execution);
    const found = askedOf(execution);
    found.times += 1;
    if (found.times === compiledFrom)
      void compile(schema, execution)
        .then((query) => (found.compiled = query))
        // It is interpreted for ever then; nobody waits here who could be told.
        .catch(() => undefined);
    return (found.compiled && (await runCompiled(found.compiled, execution))) ?? interpret(execution);
  };
  return {
    run,
    compiled: () =>
      [...asked.values()].flatMap((operations) => [...operations.values()]).filter(({ compiled }) => compiled)
        .length,
  };
}

interface Asked {
  times: number;
  /** Null while it is not compiled, or cannot be. */
  compiled: CompiledQuery['query'] | null;
}

/** The library is loaded when it is needed: a process that starts has other things to do. */
async function compile(
  schema: GraphQLSchema,
  { document, operationName }: Execution,
): Promise<Asked['compiled']> {
  const { compileQuery, isCompiledQuery } = await import('graphql-jit');
  const compiled = compileQuery(schema, document, operationName);
  return isCompiledQuery(compiled) ? compiled.query : null;
}

/** Yields null where the variables do not fit: graphql-js says it in the words that clients know. */
async function runCompiled(
  query: NonNullable<Asked['compiled']>,
  { contextValue, variables }: Execution,
): Promise<ExecutionResult | null> {
  const { data, errors } = await query(undefined, contextValue, variables);
  if (data === undefined) return null;
  return errors === undefined ? { data } : { data, errors: errors.map(asGraphQLError) };
}

/** The library's own errors look like GraphQL's, and lack what GraphQL's always have. */
const asGraphQLError = ({ message, path, originalError }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { path: path ?? null, originalError: originalError ?? null });
