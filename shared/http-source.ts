import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';
import { HubError } from './errors.js';

/** A subgraph that has not answered by then costs its own fields only. */
const answerTimeoutMs = 3_000;
const connectionsMax = 32;

export interface HttpQuestion {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** A subgraph behind HTTP, asked over kept connections. */
export interface HttpSource {
  ask(question: HttpQuestion, headers?: Record<string, string>): Promise<ExecutionResult>;
  close(): Promise<void>;
}

/** Opens a pool to a subgraph; asking throws UNAVAILABLE when it gives no GraphQL answer in time. */
export function httpSource(name: string, address: string): HttpSource {
  const { origin, pathname } = new URL(address);
  const pool = new Pool(origin, {
    connections: connectionsMax,
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
  });
  return {
    ask: async (question, headers = {}) => {
      try {
        const { statusCode, body } = await pool.request({
          path: pathname,
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
          body: JSON.stringify(question),
        });
        const answer = (await body.json()) as HttpAnswer | null;
        // A refused identity is a mistake between our processes: not the client's, who would be told to log in.
        if (statusCode !== 401 && (answer?.data !== undefined || answer?.errors !== undefined))
          return revive(answer);
      } catch {
        // The cause (an address, a reset) is not for clients; the health page names the subgraph.
      }
      throw new HubError('UNAVAILABLE', `The ${name} subgraph does not answer.`, { subgraph: name });
    },
    close: () => pool.close(),
  };
}

interface HttpAnswer {
  data?: ExecutionResult['data'];
  errors?: GraphQLFormattedError[];
}

/** Makes errors what they were before they travelled: engines keep codes of GraphQL errors only. */
function revive({ data, errors }: HttpAnswer): ExecutionResult {
  if (errors === undefined) return { data: data ?? null };
  const revived = errors.map(
    ({ message, path, extensions }) =>
      new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null }),
  );
  return { data: data ?? null, errors: revived };
}
