import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { decodeJwt } from 'jose';
import { setToken } from '../kit/session.js';
import { settings } from '../kit/settings.js';
import { useWords, words } from '../kit/words.js';
import { beginSignIn } from './open-id.js';

const texts = words(
  {
    title: '登录',
    go: '用统一身份登录',
    goAdvice: '您将前往本市的身份认证服务，登录后自动回到这里。',
    failed: '身份认证服务没有回应，请稍后再试。',
    none: '这个服务没有为页面配置登录，请联系管理员设置 OIDC_CLIENT_ID。',
    paste: '粘贴演示令牌',
    pasteAdvice:
      '演示启动时会打印每种角色的令牌，也存放在 .data/demo-tokens.json。令牌只保存在这个标签页里。',
    use: '使用此令牌',
    bad: '这不是令牌：令牌由三段文字组成，以点号分开。',
    old: '这个令牌已过期，请使用新的。',
  },
  {
    title: 'Sign in',
    go: 'Sign in with your account',
    goAdvice: 'You will go to the city’s identity service, and come back here when you are signed in.',
    failed: 'The identity service does not answer. Please try again later.',
    none: 'No sign-in is configured for these pages. Ask an administrator to set OIDC_CLIENT_ID.',
    paste: 'Paste a demonstration token',
    pasteAdvice:
      'A demonstration prints a token per role when it starts, and keeps them in .data/demo-tokens.json. This tab alone will keep it.',
    use: 'Use this token',
    bad: 'This is no token: a token is three pieces of text with dots between.',
    old: 'This token has expired; please use a new one.',
  },
);

/** Lets one in: by the city's identity service, or in a demonstration by a token that was printed. */
export function SignInPage() {
  const { title, none } = useWords(texts);
  const { signIn, demonstration } = settings();
  return (
    <section className="message panel">
      <h1>{title}</h1>
      {signIn !== null && <ByIdentityService />}
      {demonstration && <ByToken />}
      {signIn === null && !demonstration && <p>{none}</p>}
    </section>
  );
}

function ByIdentityService() {
  const { go, goAdvice, failed } = useWords(texts);
  const [isFailed, setFailed] = useState(false);
  return (
    <>
      <p>{goAdvice}</p>
      {isFailed && <Alert type="error" showIcon title={failed} />}
      <Button type="primary" onClick={() => beginSignIn().catch(() => setFailed(true))}>
        {go}
      </Button>
    </>
  );
}

/** What is wrong with a text as a token; null when nothing is. */
function mistakeIn(text: string): 'bad' | 'old' | null {
  try {
    const { exp = 0 } = decodeJwt(text);
    return exp * 1_000 < Date.now() ? 'old' : null;
  } catch {
    return 'bad';
  }
}

function ByToken() {
  const all = useWords(texts);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [mistake, setMistake] = useState<'bad' | 'old' | null>(null);
  const use = () => {
    const found = mistakeIn(text.trim());
    setMistake(found);
    if (found !== null) return;
    setToken(text.trim());
    void navigate({ to: '/' });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <p>{all.pasteAdvice}</p>
      <label htmlFor="token">{all.paste}</label>
      <Input.TextArea
        id="token"
        rows={5}
        value={text}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={mistake !== null}
        aria-describedby="token-mistake"
        onChange={(event) => setText(event.target.value)}
      />
      <p id="token-mistake" role="alert" className="bad">
        {mistake !== null && all[mistake]}
      </p>
      <Button type="primary" htmlType="submit">
        {all.use}
      </Button>
    </form>
  );
}
