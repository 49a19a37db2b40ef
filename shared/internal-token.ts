import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { InternalKey } from './internal-keys.js';
import { KeptViewers } from './kept-viewers.js';
import { roles, scopes, type Viewer } from './viewer.js';

/** Header in which one process of the hub tells another who asks. */
export const identityHeader = 'x-hub-identity';
/** Header with the id of the request that a call belongs to. */
export const requestIdHeader = 'x-hub-request-id';

const issuer = 'hub-gateway';
const type = 'hub-viewer+jwt';
const algorithm = 'HS256';
/** Long enough for one call on a slow day; a token that leaks is soon worthless. */
const lifetimeSeconds = 60;
/** A token is used again while more than half of its life is left. */
const reuseMs = 25_000;
const clockToleranceSeconds = 5;
/** A gateway sends one token per viewer for some 25 seconds. */
const readMax = 1_000;

const claims = z.object({
  viewer: z.object({
    subject: z.string().nullable(),
    roles: z.array(z.enum(roles)),
    partnerId: z.guid().nullable(),
    organizationId: z.guid().nullable(),
    scopes: z.array(z.enum(scopes)).nullable(),
  }),
});

/** Signs and reads who asks, between the hub's own processes. */
export interface InternalTokens {
  /** Yields a token from which a subgraph reads the same viewer. */
  sign(viewer: Viewer, subgraph: string): Promise<string>;
  /** Yields the viewer of a token that was signed for this subgraph; throws for every other token. */
  viewer(token: string, subgraph: string): Promise<Viewer>;
}

/** The first key signs, all verify: a new key is added behind, then moved to the front, then the old one is removed. */
export function internalTokens(keys: readonly InternalKey[]): InternalTokens {
  const secrets = new Map(keys.map(({ id, secret }) => [id, new TextEncoder().encode(secret)]));
  const sign = reused((viewer, subgraph) => {
    const [first] = keys as [InternalKey];
    return new SignJWT({ viewer })
      .setProtectedHeader({ alg: algorithm, typ: type, kid: first.id })
      .setIssuer(issuer)
      .setAudience(subgraph)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(secrets.get(first.id) as Uint8Array);
  });
  const kept = new KeptViewers(readMax);
  return {
    sign,
    viewer: async (token, subgraph) => {
      // What was good is good until it expires, for the subgraph it was for.
      const ofSubgraph = `${subgraph} ${token}`;
      const known = kept.find(ofSubgraph);
      if (known !== null) return known;
      const { payload } = await jwtVerify(token, ({ kid }) => secretOf(secrets, kid), {
        algorithms: [algorithm],
        typ: type,
        issuer,
        audience: subgraph,
        requiredClaims: ['exp'],
        maxTokenAge: lifetimeSeconds,
        clockTolerance: clockToleranceSeconds,
      });
      const { viewer } = claims.parse(payload);
      const expiresAt = (payload.exp as number) * 1_000;
      kept.keep(ofSubgraph, viewer, { expiresAt, mostMs: lifetimeSeconds * 1_000 });
      return viewer;
    },
  };
}

function secretOf(secrets: ReadonlyMap<string, Uint8Array>, id: string | undefined): Uint8Array {
  const secret = secrets.get(id ?? '');
  if (secret === undefined) throw new Error('No key has this id.');
  return secret;
}

type Sign = (viewer: Viewer, subgraph: string) => Promise<string>;

/** Signing costs more than a whole embedded fetch; a viewer that asks a subgraph again takes the same token. */
function reused(sign: Sign): Sign {
  const known = new WeakMap<Viewer, Map<string, { token: Promise<string>; at: number }>>();
  return (viewer, subgraph) => {
    const tokens = known.get(viewer) ?? new Map<string, { token: Promise<string>; at: number }>();
    known.set(viewer, tokens);
    const last = tokens.get(subgraph);
    // By the clock that the token was signed by: when it is set back or forward, a new token is made.
    const age = Date.now() - (last?.at ?? 0);
    if (last !== undefined && age >= 0 && age < reuseMs) return last.token;
    const token = sign(viewer, subgraph);
    tokens.set(subgraph, { token, at: Date.now() });
    return token;
  };
}
