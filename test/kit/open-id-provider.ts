import { openIdProvider } from '#deploy/identity-provider/provider.js';
import { close, serve } from './issuer.js';

/** A certified OpenID provider with one client that may ask for tokens of its own. */
export interface OpenIdProvider {
  issuer: string;
  /** Yields an access token for the client, as the provider's token endpoint gives it. */
  token(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a provider whose tokens are for an audience and hold these claims. */
export async function startOpenIdProvider(
  audience: string,
  claims: Record<string, unknown>,
): Promise<OpenIdProvider> {
  const { server, url } = await serve(() => undefined);
  const client = { id: 'portal', secret: 'of-a-test', claims };
  server.on('request', await openIdProvider({ issuer: url, audience, clients: [client] }));
  return { issuer: url, token: () => tokenOf(url, client), stop: () => close(server) };
}

/** Asks a provider's token endpoint as a client. */
export async function tokenOf(
  issuer: string,
  { id, secret }: { id: string; secret: string },
): Promise<string> {
  const granted = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return ((await granted.json()) as { access_token: string }).access_token;
}
