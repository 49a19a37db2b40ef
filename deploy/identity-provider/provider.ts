import type { RequestListener } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, {
  type ClientMetadata,
  type Configuration,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import type { Client, PagesClient } from './clients.js';
import { messagePage, signOutPage } from './pages.js';
import { withSignInPage } from './sign-in.js';
import { memoryStore } from './store.js';

export interface ProviderOptions {
  /** URL that clients and the hub know the provider by; tokens name it. */
  issuer: string;
  /** Whom tokens are for; an absolute URI. */
  audience: string;
  clients: readonly Client[];
  pages: PagesClient;
}

const algorithm = 'RS256';
/** Long enough to try something by hand, short enough that a token left in a terminal is worth nothing tomorrow. */
const tokenSeconds = 3_600;
/** Who looks for a secret in a terminal has it by then. */
const interactionSeconds = 600;
/** A working day: until then one click signs in again whose token has ended. */
const sessionSeconds = 28_800;
const ttl = {
  AccessToken: tokenSeconds,
  ClientCredentials: tokenSeconds,
  IdToken: tokenSeconds,
  Interaction: interactionSeconds,
  Session: sessionSeconds,
  Grant: sessionSeconds,
};

/**
 * An OpenID provider whose clients get access tokens (RFC 9068) by client_credentials, and at which people sign in to the pages as one of
 * them, by code and PKCE. What it must remember it keeps in memory: its key is made here and goes with the process, and every token with it.
 */
export async function openIdProvider(options: ProviderOptions): Promise<RequestListener> {
  const { issuer, clients, pages } = options;
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: algorithm, use: 'sig' };
  const claims = new Map(clients.map((client) => [client.id, client.claims]));
  const provider: Provider = new Provider(issuer, {
    adapter: memoryStore(),
    jwks: { keys: [jwk] },
    cookies: { keys: [crypto.randomUUID()] },
    clients: [...clients.map(programOf), browserOf(pages)],
    responseTypes: ['code'],
    scopes: ['openid'],
    pkce: { required: () => true },
    clientBasedCORS: (_context, origin, { clientId }) =>
      clientId === pages.id && pages.origins.includes(origin),
    findAccount: (_context, id) =>
      claims.has(id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined,
    extraTokenClaims: (_context, token) =>
      claims.get('accountId' in token ? token.accountId : (token.clientId ?? '')),
    interactions: { policy: loginAlone() },
    loadExistingGrant: grantOf,
    ttl,
    features: featuresOf(options),
    renderError: (context, { error, error_description: why = '' }) => {
      const detail = [error, why].filter((text) => text !== '').join(': ');
      context.type = 'html';
      context.body = messagePage(['不能登录', 'Signing in is not possible'], homeOf(pages), detail);
    },
  });
  return withSignInPage(provider, clients, pages);
}

const homeOf = ({ origins }: PagesClient): string => `${origins[0]}/`;

const programOf = ({ id, secret }: Client): ClientMetadata => ({
  client_id: id,
  client_secret: secret,
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
});

/** A browser keeps no secret. Of kind `web`, or the port of a loopback address would count for nothing (RFC 8252). */
const browserOf = ({ id, origins }: PagesClient): ClientMetadata => ({
  client_id: id,
  token_endpoint_auth_method: 'none',
  application_type: 'web',
  redirect_uris: origins.map((origin) => `${origin}/signed-in`),
  post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
});

function featuresOf({ audience, pages }: ProviderOptions): Configuration['features'] {
  return {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    // What nobody asks of it is one address less.
    userinfo: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => {
        context.body = signOutPage(form);
      },
      postLogoutSuccessSource: (context) => {
        context.body = messagePage(['已退出', 'You are signed out'], homeOf(pages));
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      getResourceServerInfo: (_context, resource) => {
        if (resource !== audience) throw new errors.InvalidTarget();
        return { scope: '', audience, accessTokenFormat: 'jwt' };
      },
    },
  };
}

/** Who has signed in is not asked again whether the hub's own pages may know it. */
function loginAlone(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

async function grantOf({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const known = session.grantIdFor(client.clientId);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  if (found !== undefined) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}
