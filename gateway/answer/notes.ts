import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { isAnything } from '../plan/ready-data.js';
import type { HubContext } from '../source.js';

/**
 * Says with each answer which request it belongs to and which subgraphs it is from. An engine's own notes (plans, value completion)
 * are ours, not the client's. An answer of which nothing but UNAVAILABLE is left is 503, for balancers and monitors that read no GraphQL.
 */
export const answerNotes: ApolloServerPlugin<HubContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue: { requestId, touched } }) => {
        const { body, http } = response;
        if (body.kind !== 'single') return Promise.resolve();
        body.singleResult.extensions = { hub: { requestId, subgraphs: touched.toJSON() } };
        if (isNothing(body.singleResult)) http.status = 503;
        return Promise.resolve();
      },
    }),
};

function isNothing({ data, errors = [] }: FormattedExecutionResult): boolean {
  return (
    !isAnything(data) &&
    errors.length > 0 &&
    errors.every(({ extensions }) => extensions?.['code'] === 'UNAVAILABLE')
  );
}
