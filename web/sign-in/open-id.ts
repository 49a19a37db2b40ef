import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { setToken } from '../kit/session.js';
import { settings } from '../kit/settings.js';

/** Before the token ends, so that nobody is thrown out in the middle of a form. */
const renewBeforeS = 60;
let kept: UserManager | undefined;

/** OpenID Connect's code flow with PKCE (RFC 7636): this page is a public client and keeps no secret. */
function manager(): UserManager {
  if (kept !== undefined) return kept;
  const { signIn } = settings();
  if (signIn === null) throw new Error('No sign-in is configured.');
  const made = new UserManager({
    authority: signIn.issuer,
    client_id: signIn.clientId,
    redirect_uri: `${location.origin}/signed-in`,
    post_logout_redirect_uri: `${location.origin}/`,
    scope: 'openid',
    // RFC 8707: the token is for the hub, and so a text that the hub can read.
    resource: signIn.audience,
    extraTokenParams: { resource: signIn.audience },
    // What the tab keeps it forgets when it is closed.
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    accessTokenExpiringNotificationTimeInSeconds: renewBeforeS,
    // By a refresh token, or not at all: a hidden frame of the issuer would need a hole in the policy of the pages.
    automaticSilentRenew: false,
  });
  made.events.addUserLoaded(({ access_token }) => setToken(access_token));
  made.events.addAccessTokenExpiring(() => void renew(made));
  made.events.addAccessTokenExpired(() => setToken(null));
  kept = made;
  return made;
}

async function renew(own: UserManager): Promise<void> {
  const user = await own.getUser();
  // One that cannot be renewed ends by itself, and the page says so.
  if (user?.refresh_token !== undefined) await own.signinSilent().catch(() => undefined);
}

/** Goes to the issuer; comes back at /signed-in. */
export const beginSignIn = (): Promise<void> => manager().signinRedirect();

/** Takes the token that the issuer sent this browser back with. */
export async function endSignIn(): Promise<void> {
  const { access_token } = await manager().signinRedirectCallback();
  setToken(access_token);
}

/** After a reload: goes on renewing the token that this tab has. */
export async function resumeSession(): Promise<void> {
  await manager().getUser();
}

/** Signs out here, and at the issuer where it can do that. */
export async function endSession(): Promise<void> {
  const own = manager();
  setToken(null);
  const idToken = (await own.getUser())?.id_token;
  await own.removeUser();
  await own.signoutRedirect(idToken === undefined ? {} : { id_token_hint: idToken }).catch(() => undefined);
}
