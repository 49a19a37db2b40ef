import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { apiKeyMark, apiKeySubject, parseApiKey, prefixOf } from '#shared/api-key.js';
import { HubError } from '#shared/errors.js';
import { anonymous, internalViewer, type Scope, type Viewer } from '#shared/viewer.js';
import { RefusedKey, type ReadToken } from './authenticate.js';
import type { Source } from './source.js';

/** A revoked key goes on for so long at most; with each request asked anew, the identity subgraph would be asked as often as the hub. */
const keptMs = 30_000;
/** As many keys as a department's programs have, many times over; whoever makes more up only pushes out his own. */
const keptMax = 10_000;

const question = parse(
  'query Bearer($prefix: String!, $secretHash: String!) { apiKeyBearer(prefix: $prefix, secretHash: $secretHash) { partnerId scopes expiresAt } }',
);
const gateway = internalViewer('gateway');

interface Bearer {
  partnerId: string | null;
  scopes: Scope[];
  expiresAt: string;
}

/** Who a key speaks for and until when; null when for nobody. */
type Answer = { viewer: Viewer; expiresAt: number } | null;

/** Reads API keys: a mistyped one is refused at once, any other by what the identity subgraph says of it, asked once in 30 seconds. */
export function apiKeyReader(identity: () => Source, clock: () => number = Date.now): ReadToken {
  const kept = new Map<string, { answer: Promise<Answer>; at: number }>();
  const answerFor = (text: string): Promise<Answer> => {
    const key = parseApiKey(text);
    if (key === null) return Promise.resolve(null);
    // The key itself is not kept: a memory dump must not hold what opens the hub.
    const hash = createHash('sha256').update(text).digest('base64');
    const known = kept.get(hash);
    const age = clock() - (known?.at ?? 0);
    // A clock that was set back must not make a revoked key good for longer.
    if (known !== undefined && age >= 0 && age < keptMs) return known.answer;
    const answer = ask(identity, key);
    kept.delete(hash);
    kept.set(hash, { answer, at: clock() });
    if (kept.size > keptMax) kept.delete(kept.keys().next().value as string);
    // No answer is none to keep: the next request asks again.
    answer.catch(() => kept.delete(hash));
    return answer;
  };
  return async (text) => {
    const answer = await answerFor(text);
    if (answer === null || answer.expiresAt <= clock()) throw new RefusedKey(prefixOf(text));
    return answer.viewer;
  };
}

async function ask(
  identity: () => Source,
  { prefix, secretHash }: { prefix: string; secretHash: string },
): Promise<Answer> {
  const { data, errors } = await identity()({
    document: question,
    variables: { prefix, secretHash },
    viewer: gateway,
  });
  if (data == null || errors !== undefined)
    throw new HubError('UNAVAILABLE', 'API keys cannot be checked at the moment.');
  const bearer = data['apiKeyBearer'] as Bearer | null;
  if (bearer === null) return null;
  const { partnerId, scopes, expiresAt } = bearer;
  const viewer: Viewer = Object.freeze({
    ...anonymous,
    subject: `${apiKeySubject}${prefix.slice(apiKeyMark.length)}`,
    roles: [partnerId === null ? ('viewer' as const) : ('partner' as const)],
    partnerId,
    scopes,
  });
  return { viewer, expiresAt: Date.parse(expiresAt) };
}
