import type { FastifyRequest } from 'fastify';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { HubError } from '#shared/errors.js';
import { limitExceeded } from '#shared/limit-exceeded.js';
import type { Limits } from '#shared/limits.js';
import { excessOf } from './limits/document.js';
import { misnamedIn, subscriptionIn } from './limits/names.js';
import { levelsOf } from './limits/variables.js';
import type { Profile, TrustedDocuments } from './trusted/documents.js';

/** Texts of documents that are known to be within the limits; distinct operations of a hub are few. */
const withinMax = 1_000;

/** A request as it came: the body of a POST, or the parameters of a GET's URL. */
export type Asked = Record<string, unknown>;

/** What is left of a request when it has passed. */
export interface Admitted {
  asked: Asked;
  /** Name of the trusted document that was asked for by its id; null for a document of the client's own. */
  trustedName: string | null;
}

/** Refuses a body that is not plain JSON in UTF-8, before it is read: a compressed one could unfold to any size. */
export function assertReadable({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity')
    throw unsupported('Content-Encoding: the body is expected as it is, not compressed.');
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw unsupported('Content-Type: the charset utf-8 is expected.');
}

const unsupported = (message: string) => new HubError('BAD_USER_INPUT', message, { http: { status: 415 } });

/**
 * Decides what of a request may run. Puts the text of a trusted document in the place of its id, refuses others where only those are
 * taken, and refuses what exceeds a limit before it is validated or planned. What is no request at all is left to the server.
 */
export function admitter(
  documents: TrustedDocuments,
  limits: Limits,
): (asked: Asked, profile: Profile) => Admitted {
  const within = new LRUCache<string, true>({ max: withinMax });
  return (given, profile) => {
    const { asked, trustedName } = resolved(given, documents);
    if (trustedName === null && profile !== 'adhoc' && typeof asked['query'] === 'string')
      throw onlyTrusted();
    const levels = levelsOf(asked['variables'], limits.variablesDepth);
    if (levels > limits.variablesDepth)
      throw limitExceeded('variablesDepth', limits, `more than ${limits.variablesDepth}`);
    const { query } = asked;
    if (typeof query === 'string' && !within.has(query)) {
      const document = parsed(query, limits);
      const refusal =
        document && (excessOf(document, limits) ?? misnamedIn(document) ?? subscriptionIn(document));
      if (refusal != null) throw refusal;
      within.set(query, true);
    }
    return { asked, trustedName };
  };
}

const onlyTrusted = () =>
  new HubError(
    'PERSISTED_ONLY',
    'Only trusted documents are answered: send the id of one as `documentId`, without `query`.',
  );

/** Reads `documentId` of the GraphQL-over-HTTP draft, or the persisted query of Apollo's clients. */
function resolved(asked: Asked, documents: TrustedDocuments): Admitted {
  const id = asked['documentId'] ?? apolloId(asked);
  if (id === undefined) return { asked, trustedName: null };
  const found = typeof id === 'string' ? documents.find(id) : null;
  if (found === null)
    throw new HubError('NOT_FOUND', 'documentId: there is no trusted document with this id.', {
      argument: 'documentId',
      http: { status: 400 },
    });
  const { query, variables, operationName } = asked;
  if (query != null && query !== found.text)
    throw new HubError('BAD_USER_INPUT', 'documentId and query: they name different documents.', {
      argument: 'documentId',
    });
  return { asked: { query: found.text, ...defined({ variables, operationName }) }, trustedName: found.name };
}

const defined = (asked: Asked): Asked =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));

function apolloId({ extensions }: Asked): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } | null };
  const hash = persistedQuery?.sha256Hash;
  return typeof hash === 'string' ? `sha256:${hash}` : undefined;
}

/** Yields null for a text that is no document: the server says what is wrong with it. */
function parsed(query: string, limits: Limits): DocumentNode | null {
  try {
    return parse(query, { noLocation: true, maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes(`more that ${limits.tokens} tokens`))
      throw limitExceeded('tokens', limits, `more than ${limits.tokens}`);
    return null;
  }
}
