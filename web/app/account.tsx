import { Link } from '@tanstack/react-router';
import { rolesOf } from '../kit/codes.js';
import { setToken, useToken } from '../kit/session.js';
import { useViewer } from '../kit/viewer.js';
import { useLabels, useWords, words } from '../kit/words.js';

const texts = words({ signIn: '登录', signOut: '退出' }, { signIn: 'Sign in', signOut: 'Sign out' });

/** Says who is signed in, as what, and lets one in or out. */
export function Account() {
  const { signIn, signOut } = useWords(texts);
  const label = useLabels(rolesOf);
  const { roles, subject } = useViewer();
  if (useToken() === null) return <Link to="/sign-in">{signIn}</Link>;
  return (
    <span className="account">
      <span title={subject ?? ''}>{roles.map((role) => label(role as keyof typeof rolesOf)).join('、')}</span>
      <button type="button" className="plain" onClick={() => setToken(null)}>
        {signOut}
      </button>
    </span>
  );
}
