import {
  createRemoteJWKSet,
  customFetch,
  type FetchImplementation,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { apiKeySubject } from '#shared/api-key.js';
import { anonymous, type Role, roles, type Viewer } from '#shared/viewer.js';

/** Who may say who asks: tokens of this issuer for this audience, signed with one of its keys. */
export interface TrustedIssuer {
  issuer: string;
  audience: string;
  keys: JWTVerifyGetKey;
}

/** Asymmetric only: with a symmetric one a public key would be a secret that everybody knows. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** Of RFC 9068: an ID token tells a client who logged in, it opens nothing. */
const type = 'at+jwt';
const ageMax = '24h';
const clockToleranceSeconds = 5;
/** A token for more audiences is one that any of them could use against the others. */
const audiencesMax = 5;
const subjectMax = 200;

/** Who a token speaks for, and until when (milliseconds since 1970). */
export interface Verified {
  viewer: Viewer;
  expiresAt: number;
}

/** Yields the viewer of a token; throws for every token that is not valid in every respect. */
export const viewerOfToken = async (token: string, issuer: TrustedIssuer): Promise<Viewer> =>
  (await verifyToken(token, issuer)).viewer;

/** Yields what a token says; throws for every token that is not valid in every respect. */
export async function verifyToken(
  token: string,
  { issuer, audience, keys }: TrustedIssuer,
): Promise<Verified> {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience,
    algorithms,
    typ: type,
    requiredClaims: ['exp', 'iat', 'sub'],
    maxTokenAge: ageMax,
    clockTolerance: clockToleranceSeconds,
  });
  if (Array.isArray(payload.aud) && payload.aud.length > audiencesMax) throw new Error('Too many audiences.');
  const viewer = {
    ...anonymous,
    subject: checkedSubject(payload.sub),
    roles: rolesOf(payload),
    partnerId: uuidOf(payload['partner_id']),
    organizationId: uuidOf(payload['organization_id']),
  };
  return { viewer, expiresAt: (payload.exp as number) * 1_000 };
}

/** A subject is written into audit rows, so it is a short text that PostgreSQL can hold, and none that an API key has. */
function checkedSubject(subject: unknown): string {
  const isName = typeof subject === 'string' && subject.length > 0 && subject.length <= subjectMax;
  const isKeys = isName && subject.startsWith(apiKeySubject);
  if (isName && !isKeys && subject.isWellFormed() && !/\p{Cc}/u.test(subject)) return subject;
  throw new Error('The subject is no short text.');
}

/** An issuer serves other programs too: roles that are not the hub's mean nothing here, and nobody outside is `internal`. */
function rolesOf({ roles: claimed }: JWTPayload): Role[] {
  if (!Array.isArray(claimed)) return [];
  return roles.filter((role) => role !== 'internal' && claimed.includes(role));
}

function uuidOf(claim: unknown): string | null {
  const isUuid = typeof claim === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(claim);
  return isUuid ? claim.toLowerCase() : null;
}

/** How an issuer's keys are kept. */
export interface KeyTimes {
  /** Tokens with made-up key ids make us ask no more often than this; it is also how long a new key may be unknown. */
  cooldownMs: number;
  /** A key that the issuer withdrew is believed no longer than this. */
  cacheMaxAgeMs: number;
  /** How long a token may wait for an issuer that does not answer. */
  timeoutMs: number;
}
const usualTimes: KeyTimes = { cooldownMs: 30_000, cacheMaxAgeMs: 600_000, timeoutMs: 2_000 };

/** The issuer's public keys, fetched when a token needs them; where they are, its discovery document says when `jwksUrl` does not. */
export function remoteKeys(issuer: string, jwksUrl?: string, times: Partial<KeyTimes> = {}): JWTVerifyGetKey {
  const { cooldownMs, cacheMaxAgeMs, timeoutMs } = { ...usualTimes, ...times };
  const discovery = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  // Asked anew with each fetch of keys and within its time: an issuer may be down while we start, and may move its keys.
  const discovered: FetchImplementation = async (_url, options) =>
    fetch(await discoverKeys(discovery, issuer, options.signal), options);
  return createRemoteJWKSet(new URL(jwksUrl ?? discovery), {
    cooldownDuration: cooldownMs,
    cacheMaxAge: cacheMaxAgeMs,
    timeoutDuration: timeoutMs,
    ...(jwksUrl === undefined ? { [customFetch]: discovered } : {}),
  });
}

async function discoverKeys(discovery: string, issuer: string, signal: AbortSignal): Promise<URL> {
  const response = await fetch(discovery, { signal, redirect: 'error' });
  const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  const url = new URL(String(found.jwks_uri));
  // OpenID Connect Discovery 4.3: a document that speaks for another issuer is not this one's.
  if (found.issuer !== issuer) throw new Error(`${discovery} is of another issuer.`);
  if (url.protocol !== 'https:' && url.protocol !== new URL(issuer).protocol)
    throw new Error(`${discovery} names keys without encryption.`);
  return url;
}
