import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { close, serve } from './issuer.js';

/** The public client that the pages are. */
export const pagesClient = 'linkage-hub-pages';

/** A certified OpenID provider at which people sign in: whoever types a name is that person. */
export interface SignInProvider {
  issuer: string;
  /** Registers where people are sent back to. */
  sendBackTo(origin: string): void;
  stop(): Promise<void>;
}

const hour = 3_600;

/** Starts a provider whose access tokens are for an audience and say of a person what `claimsOf` says. */
export async function startSignInProvider(
  audience: string,
  claimsOf: (person: string) => Record<string, unknown>,
): Promise<SignInProvider> {
  const { server, url } = await serve(() => undefined);
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'sign-in', alg: 'RS256', use: 'sig' };
  const sendBackTo = (origin: string) => {
    const provider = new Provider(url, {
      ttl: { AccessToken: hour, Grant: hour, IdToken: hour, Interaction: hour, Session: hour },
      jwks: { keys: [key] },
      cookies: { keys: ['of a test'] },
      clients: [
        {
          client_id: pagesClient,
          token_endpoint_auth_method: 'none',
          application_type: 'native',
          redirect_uris: [`${origin}/signed-in`],
          post_logout_redirect_uris: [`${origin}/`],
        },
      ],
      pkce: { required: () => true },
      clientBasedCORS: () => true,
      findAccount: (_context, person) => ({ accountId: person, claims: () => ({ sub: person }) }),
      extraTokenClaims: (_context, token) => ('accountId' in token ? claimsOf(token.accountId) : {}),
      features: {
        devInteractions: { enabled: true },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => audience,
          getResourceServerInfo: () => ({ scope: '', audience, accessTokenFormat: 'jwt' }),
        },
      },
    });
    server.removeAllListeners('request').on('request', provider.callback());
  };
  return { issuer: url, sendBackTo, stop: () => close(server) };
}
