import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useWords, words } from '../kit/words.js';
import { endSignIn } from './open-id.js';

const texts = words(
  { waiting: '正在登录…', failed: '登录没有完成。', again: '重新登录' },
  { waiting: 'Signing in…', failed: 'You are not signed in.', again: 'Sign in again' },
);

/** Where the identity service sends one back to. */
export function SignedInPage() {
  const { waiting, failed, again } = useWords(texts);
  const navigate = useNavigate();
  const [isFailed, setFailed] = useState(false);
  const isBegun = useRef(false);
  useEffect(() => {
    // A code works once, and React runs effects twice while developing.
    if (isBegun.current) return;
    isBegun.current = true;
    endSignIn().then(
      () => navigate({ to: '/', replace: true }),
      () => setFailed(true),
    );
  }, [navigate]);
  return (
    <section className="message" role="status">
      <p>{isFailed ? failed : waiting}</p>
      {isFailed && <Link to="/sign-in">{again}</Link>}
    </section>
  );
}
