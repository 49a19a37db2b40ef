import type { Client } from '#deploy/identity-provider/clients.js';
import { openIdProvider } from '#deploy/identity-provider/provider.js';
import { clientOf } from '#deploy/identity-provider/settings.js';
import { demoRoles } from '#gateway/demonstration.js';
import { close, serve } from './issuer.js';

/** The public client that the pages are. */
export const pagesClient = 'linkage-hub-pages';

/** The provider for trying out, on a free port: the one that docker-compose.yml runs. */
export interface OpenIdProvider {
  issuer: string;
  /** Yields an access token for its first client, as the provider's token endpoint gives it. */
  token(): Promise<string>;
  /** Makes it know where the pages are that it sends people back to. */
  sendBackTo(...origins: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a provider whose tokens are for an audience. */
export async function startOpenIdProvider(
  audience: string,
  clients: readonly Client[],
): Promise<OpenIdProvider> {
  const { server, url } = await serve(() => undefined);
  const sendBackTo = async (...origins: string[]) => {
    const pages = { id: pagesClient, origins };
    const provider = await openIdProvider({ issuer: url, audience, clients, pages });
    server.removeAllListeners('request').on('request', provider);
  };
  await sendBackTo(url);
  return {
    issuer: url,
    token: () => tokenOf(url, clients[0] as Client),
    sendBackTo,
    stop: () => close(server),
  };
}

/** Yields the clients of a deployment for trying out, one per role. */
export const tryOutClients = (secretOf: (role: string) => string): Client[] =>
  demoRoles.map((role) => clientOf(role, secretOf(role)));

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
