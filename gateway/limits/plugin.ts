import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
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
          const cost = coerced(() => reckonerOf(schema)({ document, operationName, variables }));
          contextValue.operation.cost = cost;
          if (cost > limits.cost) throw limitExceeded('cost', limits, cost);
          await contextValue.spending.spend(cost);
        },
      }),
  };
}

const noSuchOperation = () =>
  new HubError('BAD_USER_INPUT', 'operationName: the name of one operation of the document is expected.', {
    argument: 'operationName',
    http: { status: 400 },
  });

/** What graphql-js adds of the schema to a value that nearly fits. */
const suggestion = / Did you mean [^?]*\?/g;

/** To reckon is also to read the variables: what does not fit is the client's mistake. */
function coerced(reckon: () => number): number {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof GraphQLError) throw new CoercionError(error.message.replace(suggestion, ''));
    throw error;
  }
}
