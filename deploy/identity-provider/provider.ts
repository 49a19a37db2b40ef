import type { RequestListener } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Adapter } from 'oidc-provider';

/** A program that may ask for tokens, and what its tokens say about it. */
export interface Client {
  id: string;
  secret: string;
  /** Claims beside the standard ones, for instance `roles`. */
  claims: Record<string, unknown>;
}

export interface ProviderOptions {
  /** URL that clients and the hub know the provider by; tokens name it. */
  issuer: string;
  /** Whom tokens are for; an absolute URI. */
  audience: string;
  clients: readonly Client[];
}

const algorithm = 'RS256';
/** Long enough to try something by hand, short enough that a token left in a terminal is worth nothing tomorrow. */
const tokenSeconds = 3_600;

/**
 * An OpenID provider whose clients get access tokens (RFC 9068) by client_credentials.
 * It keeps nothing: its key is made here and goes with the process, and every token with it.
 */
export async function openIdProvider({
  issuer,
  audience,
  clients,
}: ProviderOptions): Promise<RequestListener> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: algorithm, use: 'sig' };
  const claims = new Map(clients.map((client) => [client.id, client.claims]));
  const provider = new Provider(issuer, {
    // Its tokens are signed texts, so there is nothing to keep.
    adapter: () => nothingKept,
    jwks: { keys: [jwk] },
    clients: clients.map(({ id, secret }) => ({
      client_id: id,
      client_secret: secret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    extraTokenClaims: (_context, token) => claims.get(token.clientId ?? ''),
    ttl: { ClientCredentials: tokenSeconds },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: () => ({ scope: '', audience, accessTokenFormat: 'jwt' }),
      },
    },
  });
  return provider.callback();
}

const none = () => Promise.resolve(undefined);
const nothingKept: Adapter = {
  upsert: none,
  find: none,
  findByUserCode: none,
  findByUid: none,
  consume: none,
  destroy: none,
  revokeByGrantId: none,
};
