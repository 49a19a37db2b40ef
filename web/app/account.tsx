import { useEffect } from 'react';
import { Link } from '@tanstack/react-router';
import { rolesOf } from '../kit/codes.js';
import { setToken, useToken } from '../kit/session.js';
import { settings } from '../kit/settings.js';
import { useViewer } from '../kit/viewer.js';
import { useLabels, useLanguage, useWords, words } from '../kit/words.js';

const texts = words({ signIn: '登录', signOut: '退出' }, { signIn: 'Sign in', signOut: 'Sign out' });

/** The issuer's part of signing in is read when somebody signs in by it. */
const openId = () => import('../sign-in/open-id.js');

const signOutHere = () =>
  settings().signIn === null ? setToken(null) : void openId().then(({ endSession }) => endSession());

/** Says who is signed in, as what, and lets one in or out. */
export function Account() {
  const { signIn, signOut } = useWords(texts);
  const separator = useLanguage() === 'zh' ? '、' : ', ';
  const label = useLabels(rolesOf);
  const { roles, subject } = useViewer();
  const isSignedIn = useToken() !== null;
  useEffect(() => {
    if (isSignedIn && settings().signIn !== null) void openId().then(({ resumeSession }) => resumeSession());
  }, [isSignedIn]);
  if (!isSignedIn) return <Link to="/sign-in">{signIn}</Link>;
  return (
    <span className="account">
      <span title={subject ?? ''}>
        {roles.map((role) => label(role as keyof typeof rolesOf)).join(separator)}
      </span>
      <button type="button" className="plain" onClick={signOutHere}>
        {signOut}
      </button>
    </span>
  );
}
