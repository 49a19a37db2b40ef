import {
  type DocumentNode,
  execute,
  getOperationAST,
  getVariableValues,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { byConditions } from '#shared/conditions.js';
import { HubError } from '#shared/errors.js';
import type { HubContext } from '../source.js';
import type { FetchSurroundings, Run, Step } from './fetch.js';
import { split } from './introspection.js';
import type { Planner } from './planner.js';
import { stepOf } from './program.js';
import { ReadyData } from './ready-data.js';
import { formOf } from './form.js';
import type { Dictionary } from './types.js';

/** An operation of a client, planned and compiled. */
export interface CompiledOperation {
  run(variables: Dictionary, context: HubContext): Promise<{ data: ReadyData; errors: GraphQLError[] }>;
}

export interface CompileSurroundings extends FetchSurroundings {
  planner: Planner;
  /** What clients see: it describes itself. */
  apiSchema: GraphQLSchema;
}

/** Plans an operation and compiles its plan and the form of its answer. Throws when it cannot be planned. */
export async function compileOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { planner, apiSchema, ...surroundings }: CompileSurroundings,
): Promise<CompiledOperation> {
  const { schema } = surroundings;
  const { fetched, described } = split(document, operation);
  const step = fetched === null ? null : await planned(fetched, planner, surroundings);
  const formFor = byConditions(document, (variables) =>
    formOf({ schema: apiSchema, document, operation, variables }),
  );
  return {
    run: async (given, context) => {
      const variables = coerced(schema, operation, given);
      const run: Run = { data: {}, errors: [], variables, context };
      if (described !== null) Object.assign(run.data, describe(apiSchema, described, given));
      await step?.(run);
      return { data: new ReadyData(formFor(variables)(run.data), run.data), errors: run.errors };
    },
  };
}

async function planned(
  document: DocumentNode,
  planner: Planner,
  surroundings: FetchSurroundings,
): Promise<Step | null> {
  const name = getOperationAST(document)?.name?.value ?? null;
  const { node } = await planner.plan(document, name);
  return node === undefined ? null : stepOf(node, surroundings);
}

/** A schema describes itself from memory. */
function describe(schema: GraphQLSchema, document: DocumentNode, variableValues: Dictionary): Dictionary {
  const answer = execute({ schema, document, variableValues });
  return (answer as { data?: Dictionary }).data ?? {};
}

function coerced(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Dictionary,
): Dictionary {
  if (variableDefinitions.length === 0) return {};
  const { coerced: values, errors } = getVariableValues(schema, variableDefinitions, given);
  if (errors?.[0] !== undefined) throw new HubError('BAD_USER_INPUT', errors[0].message);
  return values as Dictionary;
}
