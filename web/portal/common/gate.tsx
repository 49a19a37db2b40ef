import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { rolesOf } from '../../kit/codes.js';
import { type Role, useViewer } from '../../kit/viewer.js';
import { useLabels, useWords, words } from '../../kit/words.js';

const texts = words(
  {
    title: '这里需要登录',
    refused: '当前角色不能使用这个页面',
    which: (roles: string): string => `可以使用的角色：${roles}。`,
    signIn: '去登录',
    other: '用其他账号登录',
    home: '回到总览',
    and: '、',
  },
  {
    title: 'Please sign in',
    refused: 'Your role cannot use this page',
    which: (roles: string): string => `It is for these roles: ${roles}.`,
    signIn: 'Sign in',
    other: 'Sign in as somebody else',
    home: 'To the overview',
    and: ', ',
  },
);

/** Shows what is behind it to some roles; tells others which roles those are, and where to sign in. */
export function Gate({ roles, children }: { roles: readonly Role[]; children: ReactNode }) {
  const all = useWords(texts);
  const label = useLabels(rolesOf);
  const viewer = useViewer();
  if (viewer.is(...roles)) return children;
  const isStranger = viewer.subject === null;
  return (
    <section className="message panel portal-gate">
      <h1>{isStranger ? all.title : all.refused}</h1>
      <p>{all.which(roles.map((role) => label(role)).join(all.and))}</p>
      <p>
        <Link to="/sign-in">{isStranger ? all.signIn : all.other}</Link>
      </p>
      <p>
        <Link to="/">{all.home}</Link>
      </p>
    </section>
  );
}
