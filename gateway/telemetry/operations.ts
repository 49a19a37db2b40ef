import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { isAnything } from '../plan/ready-data.js';
import type { HubContext } from '../source.js';
import type { Outcome } from './record.js';

/** Notes in each request's record how its operation ended. */
export const noteOperations: ApolloServerPlugin<HubContext> = {
  requestDidStart: ({ contextValue: { record } }) => {
    const began = performance.now();
    return Promise.resolve({
      didResolveOperation: ({ operation }) => {
        record.operationType = operation?.operation ?? null;
        return Promise.resolve();
      },
      willSendResponse: ({ response: { body } }) => {
        record.operationSeconds = (performance.now() - began) / 1_000;
        if (body.kind !== 'single') return Promise.resolve();
        record.outcome = outcomeOf(body.singleResult);
        record.note(body.singleResult.errors ?? []);
        return Promise.resolve();
      },
    });
  },
};

const faults = new Set<unknown>(['INTERNAL', 'UNAVAILABLE']);
const isFault = ({ extensions }: GraphQLFormattedError): boolean => faults.has(extensions?.['code']);

function outcomeOf({ data, errors = [] }: FormattedExecutionResult): Outcome {
  if (errors.length === 0) return 'ok';
  if (isAnything(data)) return 'partial';
  return errors.some(isFault) ? 'error' : 'refused';
}
