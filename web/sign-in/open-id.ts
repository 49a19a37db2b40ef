import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { setToken } from '../kit/session.js';
import { settings } from '../kit/settings.js';

/** Before the token ends, so that nobody is thrown out in the middle of a form. */
const renewBeforeS = 60;
let kept: UserManager | undefined;

/** OpenID Connect's code flow with PKCE (RFC 7636): this page is a public client and keeps no secret. */
function manager(): UserManager {
  const { signIn } = settings();
  if (signIn === null) throw new Error('No sign-in is configured.');
  kept ??= new UserManager({
    authority: signIn.issuer,
    client_id: signIn.clientId,
    redirect_uri: `${location.origin}/signed-in`,
    scope: 'openid offline_access',
    resource: signIn.audience,
    // What the tab keeps it forgets when it is closed.
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    accessTokenExpiringNotificationTimeInSeconds: renewBeforeS,
    automaticSilentRenew: true,
    monitorSession: false,
  });
  kept.events.addUserLoaded(({ access_token }) => setToken(access_token));
  kept.events.addSilentRenewError(() => setToken(null));
  return kept;
}

/** Goes to the issuer; comes back at /signed-in. */
export const beginSignIn = (): Promise<void> => manager().signinRedirect();

/** Takes the token that the issuer sent this browser back with. */
export async function endSignIn(): Promise<void> {
  const { access_token } = await manager().signinRedirectCallback();
  setToken(access_token);
}
