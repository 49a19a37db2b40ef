import Provider, { type Adapter } from 'oidc-provider';
import { exportJWK } from 'jose';
import { close, serve, signingKey } from './issuer.js';

/** A certified OpenID provider with one client that may ask for tokens of its own. */
export interface OpenIdProvider {
  issuer: string;
  /** Yields an access token for the client, as the provider's token endpoint gives it. */
  token(): Promise<string>;
  stop(): Promise<void>;
}

const client = { id: 'portal', secret: 'of-a-test' };

/** Starts a provider whose tokens are for an audience and hold these claims. */
export async function startOpenIdProvider(
  audience: string,
  claims: Record<string, unknown>,
): Promise<OpenIdProvider> {
  const { server, url } = await serve(() => undefined);
  const key = await signingKey('provider');
  const provider = new Provider(url, {
    // Its tokens are signed texts, so there is nothing to keep.
    adapter: () => nothingKept,
    jwks: { keys: [{ ...(await exportJWK(key.privateKey)), kid: key.id, alg: key.alg, use: 'sig' }] },
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    extraTokenClaims: () => claims,
    ttl: { ClientCredentials: 300 },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({ scope: '', audience, accessTokenFormat: 'jwt' }),
      },
    },
  });
  server.on('request', provider.callback());
  return {
    issuer: url,
    token: async () => {
      const granted = await fetch(`${url}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience }),
      });
      return ((await granted.json()) as { access_token: string }).access_token;
    },
    stop: () => close(server),
  };
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
