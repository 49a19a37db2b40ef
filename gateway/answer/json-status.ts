import type { ApolloServerPlugin } from '@apollo/server';
import { CoercionError } from '../limits/plugin.js';
import type { HubContext } from '../source.js';

/** Of Apollo Server, for a text that is no document or does not fit the schema. */
const wellFormedOnly = new Set<unknown>(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']);

/**
 * Answers a client that takes only `application/json` with status 200 where the HTTP request was good and only the GraphQL in it was
 * not (GraphQL over HTTP, 6.4.1): such a client reads statuses as those of the transport. Every other client gets 400, and so does
 * everybody for a refusal: what exceeds a limit is not tried again by a transport that heard 200.
 */
export const jsonStatus: ApolloServerPlugin<HubContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response, errors = [] }) => {
        const accept = request.http?.headers.get('accept') ?? '';
        const takesOnlyJson =
          /\bapplication\/json\b/i.test(accept) && !/graphql-response\+json|\*\/\*/i.test(accept);
        const isGraphqlMistake = errors.every(
          (error) => error instanceof CoercionError || wellFormedOnly.has(error.extensions['code']),
        );
        if (response.http.status === 400 && takesOnlyJson && errors.length > 0 && isGraphqlMistake)
          response.http.status = 200;
        return Promise.resolve();
      },
    }),
};
