import { Client, cacheExchange, fetchExchange, type TypedDocumentNode } from 'urql';

/** An operation that the hub knows by the SHA-256 of its text: pages send no query, and in production could not. */
export type Trusted<Data, Variables> = TypedDocumentNode<Data, Variables> & { documentId: string };

/** Makes an operation of its id. */
export const trusted = <Data, Variables>(documentId: string): Trusted<Data, Variables> =>
  ({ kind: 'Document', definitions: [], documentId }) as unknown as Trusted<Data, Variables>;

/** Up to half a day old, with its time, is better than a blank page. */
const staleForS = 43_200;

/** Makes a client of who has this token, that asks by GET, so that the browser keeps answers and asks by ETag whether they still hold. */
export const hubClient = (token: string | null): Client =>
  new Client({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: 'within-url-limit',
    requestPolicy: 'cache-and-network',
    fetchOptions: {
      headers: {
        'apollo-require-preflight': '1',
        'cache-control': `stale-if-error=${staleForS}`,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
    },
  });
