import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { HubError } from '#shared/errors.js';
import { limitExceeded } from '#shared/limit-exceeded.js';
import type { Limits } from '#shared/limits.js';
import type { HubContext } from '../source.js';
import { type Costed, costOf } from './cost.js';

/** Variables that do not fit what the operation declares. */
export class CoercionError extends HubError {
  constructor(message: string) {
    super('BAD_USER_INPUT', message, { http: { status: 400 } });
  }
}

/** Reckons an operation's cost before it runs, refuses one of more than the limit, and takes the rest from the caller's budget. */
export function costLimit(limits: Limits): ApolloServerPlugin<HubContext> {
  const reckoners = new WeakMap<GraphQLSchema, (costed: Costed) => number>();
  const reckonerOf = (schema: GraphQLSchema) => {
    const reckon = reckoners.get(schema) ?? costOf(schema);
    reckoners.set(schema, reckon);
    return reckon;
  };
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({
          schema,
          document,
          operation,
          operationName,
          request,
          contextValue,
        }) => {
          if (operation === undefined) throw noSuchOperation();
          const variables = request.variables ?? {};
          assertFitting(schema, operation, variables);
          const cost = coerced(() => reckonerOf(schema)({ document, operationName, variables }));
          contextValue.operation.cost = cost;
          if (cost > limits.cost && contextValue.operation.isOfHub !== true)
            throw limitExceeded('cost', limits, cost);
          await contextValue.spending.spend(cost);
        },
      }),
  };
}

/** Each time: a cost that is kept says nothing of the other variables, and an engine would refuse them in a form of its own. */
function assertFitting(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const { errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 });
  if (errors?.[0] !== undefined) throw new CoercionError(errors[0].message);
}

/** To reckon is also to read arguments: null may stand for a variable that has a default, and yet not for the argument. */
function coerced(reckon: () => number): number {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof GraphQLError) throw new CoercionError(error.message);
    throw error;
  }
}

const noSuchOperation = () =>
  new HubError('BAD_USER_INPUT', 'operationName: the name of one operation of the document is expected.', {
    argument: 'operationName',
    http: { status: 400 },
  });
