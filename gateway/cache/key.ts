import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '#shared/viewer.js';
import type { Asked } from '../intake.js';

/** Distinct operations of a hub are few; a text that was forgotten gets another number, and its answers are made anew. */
const documentsMax = 1_000;
/** Of operation name and variables; who sends more asks for something that nobody asks again. */
const keyMaxLength = 8 * 1024;

/** What an answer is found by. */
export interface Keys {
  /** With all that decides what the viewer may see: whoever may see the same gets the same. */
  shared: string;
  /** With the viewer's name besides, for what the name decides. */
  own: string;
}

/** Yields the keys of a question; null for one whose answer is never kept. */
export type KeysOf = (
  request: FastifyRequest,
  asked: Asked,
  viewer: Viewer,
  generation: number,
) => Keys | null;

/** Opens the keys of a cache. */
export function keysOnce(): KeysOf {
  const documents = new LRUCache<string, number>({ max: documentsMax });
  let last = 0;
  const numberOf = (text: string): number => {
    const known = documents.get(text) ?? (last += 1);
    if (known === last) documents.set(text, known);
    return known;
  };
  return (request, asked, viewer, generation) => {
    if (!isUsual(request, asked)) return null;
    const asks = JSON.stringify([asked['operationName'] ?? null, asked['variables'] ?? null]);
    if (asks.length > keyMaxLength) return null;
    const { shared, own } = viewerKeys(viewer);
    // Each part but the numbers is a list in JSON, which ends where it ends.
    const document = `${generation} ${numberOf(asked['query'] as string)} `;
    return { shared: document + shared + asks, own: document + own + asks };
  };
}

const known = new Set(['query', 'variables', 'operationName']);

/**
 * Whether a question is of the form that clients send, to which Apollo Server had nothing to say when it was asked first. Every other
 * one goes there, to be refused or not: a body may not hold variables as text, and a GET needs what no page of another origin can send.
 */
function isUsual({ method, headers }: FastifyRequest, asked: Asked): boolean {
  const { query, variables, operationName } = asked;
  if (typeof query !== 'string' || !Object.keys(asked).every((name) => known.has(name))) return false;
  if (operationName != null && typeof operationName !== 'string') return false;
  if (method === 'GET') {
    return (variables === undefined || typeof variables === 'string') && isPreflighted(headers);
  }
  return (
    method === 'POST' && (variables == null || (typeof variables === 'object' && !Array.isArray(variables)))
  );
}

/** Whether a page of another origin would have had to ask a browser's leave first; what Apollo Server takes for that, as far as clients use it. */
const isPreflighted = (headers: FastifyRequest['headers']): boolean =>
  Boolean(headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name']) ||
  /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');

const viewers = new WeakMap<Viewer, Keys>();

function viewerKeys(viewer: Viewer): Keys {
  const kept = viewers.get(viewer);
  if (kept !== undefined) return kept;
  const { subject, roles, partnerId, organizationId, scopes } = viewer;
  const sees = [roles, partnerId, organizationId, scopes];
  const keys = { shared: JSON.stringify(sees), own: JSON.stringify([...sees, subject]) };
  viewers.set(viewer, keys);
  return keys;
}
