import type { Client } from './clients.js';
import { escaped, page, type Said, said } from './html.js';

const signInTitle: Said = ['登录链接枢纽（试用）', 'Sign in to Linkage Hub (try-out)'];
const secretOf: Said = [
  '密钥在运行 deploy/make-secrets 时写进了 .env，每种角色一个，例如 PARTNER_CLIENT_SECRET。',
  'deploy/make-secrets wrote a secret per role into .env, for instance PARTNER_CLIENT_SECRET.',
];
const home: Said = ['回到链接枢纽', 'Back to Linkage Hub'];

/** What was wrong with what somebody sent. */
export const mistakes = {
  role: ['请选择一种角色。', 'Choose a role.'],
  secret: [
    '密钥不对，没有登录。请核对所选角色在 .env 里的密钥。',
    'This is not the secret of that role; you are not signed in. Compare it with .env.',
  ],
} satisfies Record<string, Said>;

/** Says that somebody has to wait. */
export const tooMany = (seconds: number): Said => [
  `猜错的次数太多，请在 ${seconds} 秒后再试。`,
  `Too many wrong secrets came from here; try again in ${seconds} s.`,
];

export interface SignInForm {
  people: readonly Client[];
  /** Whom the last try was for, and what was wrong with it. */
  chosen?: string | undefined;
  mistake?: Said | undefined;
  /** Where the pages are that one came from. */
  home: string;
}

/** Writes the form in which one chooses a role and types its secret. What was typed is never written back. */
export function signInPage({ people, chosen, mistake, home: address }: SignInForm): string {
  const isWrong = mistake !== undefined;
  const roles = people.map(
    ({ id, name }) =>
      `<label><input type="radio" name="role" value="${escaped(id)}" required${id === chosen ? ' checked' : ''}> ${name === undefined ? escaped(id) : said(name)}</label>`,
  );
  return page(
    signInTitle,
    `<p>${said(secretOf)}</p>
<form method="post">
${isWrong ? `<p role="alert" id="mistake">${said(mistake)}</p>` : ''}
<fieldset><legend>${said(['角色', 'Role'])}</legend>
${roles.join('\n')}
</fieldset>
<label for="secret">${said(['密钥', 'Secret'])}</label>
<input id="secret" name="secret" type="password" required autocomplete="current-password" spellcheck="false"${
      isWrong ? ' aria-invalid="true" aria-describedby="mistake" autofocus' : ''
    }>
<button type="submit">${said(['登录', 'Sign in'])}</button>
<a href="${escaped(address)}">${said(home)}</a>
</form>`,
  );
}

/** Asks whether one means to leave; the form is oidc-provider's own and holds what proves that it was asked here. */
export const signOutPage = (form: string): string =>
  page(
    ['退出试用登录？', 'Sign out of the try-out?'],
    `${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">${said(['退出', 'Sign out'])}</button>
<button type="submit" form="op.logoutForm" class="plain">${said(['保持登录', 'Stay signed in'])}</button>`,
  );

/** Says something, and where to go. */
export const messagePage = (title: Said, address: string, detail = ''): string =>
  page(
    title,
    `${detail === '' ? '' : `<p><code>${escaped(detail)}</code></p>`}
<p><a href="${escaped(address)}">${said(home)}</a></p>`,
  );
