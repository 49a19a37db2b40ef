import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { compile, type Program } from './program.js';
import { runProgram } from './run.js';

/** Distinct operations of a hub are few; a stranger may make up more. */
const programsMax = 500;

/** An operation on its way. */
export interface Execution {
  document: DocumentNode;
  variables: Record<string, unknown> | undefined;
  operationName: string | undefined;
  contextValue: unknown;
}

export type Executor = (execution: Execution) => Promise<ExecutionResult>;

/**
 * Runs operations of a schema: queries field by field for all objects of a level, each looked at once; mutations, which spend their
 * time in the database, and questions about the schema by graphql-js.
 */
export function executor(schema: GraphQLSchema): Executor {
  const programs = new LRUCache<DocumentNode, Map<string, { program: Program | null }>>({ max: programsMax });
  const programOf = ({ document, operationName }: Execution): Program | null => {
    const known = programs.get(document) ?? new Map<string, { program: Program | null }>();
    programs.set(document, known);
    const found = known.get(operationName ?? '') ?? {
      program: compile(schema, document, operationName ?? null),
    };
    known.set(operationName ?? '', found);
    return found.program;
  };
  return async (execution) => {
    const program = programOf(execution);
    const { document, variables, operationName, contextValue } = execution;
    if (program !== null) return runProgram(program, variables, contextValue);
    return execute({
      schema,
      document,
      variableValues: variables ?? null,
      operationName: operationName ?? null,
      contextValue,
    });
  };
}
