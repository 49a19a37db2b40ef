// Who signs in at the provider for trying out, asked as a browser asks: what it gives, and what it gives to nobody. A real one signs in by pages/sign-in.ts.
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { guessesPerAddress } from '#deploy/identity-provider/guesses.js';
import { messagePage, signInPage } from '#deploy/identity-provider/pages.js';
import { readSettings } from '#deploy/identity-provider/settings.js';
import { demoClaims, demoRoles } from '#gateway/demonstration.js';
import { remoteKeys, viewerOfToken } from '#gateway/oidc.js';
import {
  type OpenIdProvider,
  pagesClient,
  startOpenIdProvider,
  tokenOf,
  tryOutClients,
} from './kit/open-id-provider.js';

const audience = 'urn:linkage-hub:test';
const pages = 'http://127.0.0.1:4000';
const redirect = `${pages}/signed-in`;
const secretOf = (role: string) => `secret-of-${role}-`.padEnd(32, '0');
const clients = tryOutClients(secretOf);

let provider: OpenIdProvider;
beforeAll(async () => {
  provider = await startOpenIdProvider(audience, clients);
  await provider.sendBackTo(pages, 'http://localhost:4000');
});
afterAll(() => provider?.stop());

/** A browser's cookies, and what it asks with them; it follows no redirection by itself. */
function openTab() {
  const cookies = new Map<string, string>();
  return async (address: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const headers = { cookie, accept: 'text/html' };
    const answer = await fetch(new URL(address, provider.issuer), { ...body, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
}
type Tab = ReturnType<typeof openTab>;

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const placeOf = (answer: Response) => answer.headers.get('location') ?? '';

/** What the pages ask (web/sign-in/open-id.ts), with changes; undefined leaves a parameter out. */
function begin(tab: Tab, changes: Record<string, string | undefined> = {}): Promise<Response> {
  const asked = {
    client_id: pagesClient,
    redirect_uri: redirect,
    response_type: 'code',
    scope: 'openid',
    resource: audience,
    state: 'of-a-test',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  };
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return tab(`/auth?${new URLSearchParams(given)}`);
}

/** Signs in as a role; yields where the browser is sent to with the code. */
async function signIn(tab: Tab, role: string): Promise<URL> {
  const form = placeOf(await begin(tab));
  const resumed = await tab(form, { role, secret: secretOf(role) });
  expect(resumed.status).toBe(303);
  return new URL(placeOf(await tab(placeOf(resumed))));
}

const exchange = (code: string, changes: Record<string, string> = {}, origin = pages): Promise<Response> =>
  fetch(`${provider.issuer}/token`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: pagesClient,
      redirect_uri: redirect,
      resource: audience,
      code,
      code_verifier: verifier,
      ...changes,
    }),
  });
const codeOf = (url: URL) => url.searchParams.get('code') ?? '';

test.each(demoRoles)('%s by the form is who its program is by its secret', async (role) => {
  const back = await signIn(openTab(), role);
  expect(`${back.origin}${back.pathname}`).toBe(redirect);
  expect(back.searchParams.get('state')).toBe('of-a-test');
  const granted = await exchange(codeOf(back));
  expect(granted.headers.get('access-control-allow-origin')).toBe(pages);
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const ofProgram = await tokenOf(provider.issuer, { id: role, secret: secretOf(role) });
  const issuer = { issuer: provider.issuer, audience, keys: remoteKeys(provider.issuer) };
  const viewer = await viewerOfToken(token, issuer);
  expect(viewer).toEqual(await viewerOfToken(ofProgram, issuer));
  const { partnerId = null, organizationId = null } = demoClaims(role);
  expect(viewer).toMatchObject({ subject: role, roles: [role], partnerId, organizationId });
  expect(decodeJwt(token).aud).toBe(audience);
});

test('hostile: a redirect to another host, path or port, or to none, is answered here and sends nobody anywhere', async () => {
  for (const elsewhere of [
    'https://evil.example/signed-in',
    `${pages}.evil.example/signed-in`,
    `${pages}/signed-in/..//evil.example`,
    'http://127.0.0.1:4001/signed-in',
    undefined,
  ]) {
    const answer = await begin(openTab(), { redirect_uri: elsewhere });
    expect([elsewhere, answer.status, placeOf(answer)]).toEqual([elsewhere, 400, '']);
    expect(await answer.text()).toContain('不能登录');
  }
});

test('hostile: without PKCE, with its plain form, for another audience or by a token in the address there is no code', async () => {
  for (const [changes, error] of [
    [{ code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ resource: 'urn:another' }, 'invalid_target'],
    [{ response_type: 'id_token', nonce: 'x' }, 'unsupported_response_type'],
    [{ response_type: 'code token' }, 'unsupported_response_type'],
  ] as const) {
    const { status, headers } = await begin(openTab(), changes);
    const back = new URL((headers.get('location') ?? '').replace('#', '?'), provider.issuer);
    expect([error, status, back.searchParams.get('error')]).toEqual([error, 303, error]);
    expect([error, back.searchParams.get('code')]).toEqual([error, null]);
  }
});

test('hostile: a code is of no use without its verifier, from another page, or a second time', async () => {
  const code = codeOf(await signIn(openTab(), 'viewer'));
  expect((await exchange(code, { code_verifier: randomBytes(32).toString('base64url') })).status).toBe(400);
  const other = codeOf(await signIn(openTab(), 'viewer'));
  const foreign = await exchange(other, {}, 'https://evil.example');
  expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([400, null]);
  const once = codeOf(await signIn(openTab(), 'viewer'));
  expect((await exchange(once)).status).toBe(200);
  expect((await exchange(once)).status).toBe(400);
});

test('hostile: the form of one browser opens nothing in another', async () => {
  const form = placeOf(await begin(openTab()));
  const stolen = await openTab()(form, { role: 'viewer', secret: secretOf('viewer') });
  expect([stolen.status, placeOf(stolen)]).toEqual([400, '']);
  expect(await stolen.text()).toContain('这次登录已经过期');
});

test('what is no role, no form or far too long is refused in words', async () => {
  const tab = openTab();
  const form = placeOf(await begin(tab));
  const nobody = await tab(form, { role: '"><script>', secret: 'x' });
  expect([nobody.status, await nobody.text()]).toEqual([422, expect.stringContaining('请选择一种角色')]);
  const long = await tab(form, { role: 'admin', secret: 'x'.repeat(100_000) });
  expect([long.status, await long.text()]).toEqual([413, expect.stringContaining('内容太长')]);
  const page = await tab(form);
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const policy = page.headers.get('content-security-policy');
  expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(await page.text()).not.toMatch(/<script|\son\w+=/i);
});

test('whatever a page is given is written as text, never as markup', () => {
  const markup = '"><script>alert(1)</script>';
  const person = { id: markup, secret: '', claims: {} };
  for (const html of [
    signInPage({ people: [person], mistake: [markup, markup], home: markup }),
    signInPage({ people: [{ ...person, name: [markup, markup] }], home: pages }),
    messagePage([markup, markup], markup, markup),
  ])
    expect(html).not.toMatch(/<script|"">/);
});

// The last: from then on this address waits.
test('hostile: after ten wrong secrets the right one is not looked at either, whichever role and browser; right ones cost nothing', async () => {
  for (let n = 0; n < guessesPerAddress; n += 1) await signIn(openTab(), 'viewer');
  const roles = ['admin', 'finance'] as const;
  for (let n = 0; n < guessesPerAddress; n += 1) {
    const tab = openTab();
    const wrong = await tab(placeOf(await begin(tab)), {
      role: roles[n % 2] as string,
      secret: `guess ${n}`,
    });
    expect(wrong.status).toBe(403);
    expect(await wrong.text()).toContain('密钥不对');
  }
  const tab = openTab();
  const late = await tab(placeOf(await begin(tab)), { role: 'admin', secret: secretOf('admin') });
  expect(late.status).toBe(429);
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await late.text()).toMatch(/猜错的次数太多，请在 \d+ 秒后再试/);
});

test('settings: no secret, client or address of the pages has a default, and an address is an origin', () => {
  const whole: Record<string, string> = {
    OIDC_ISSUER: 'http://identity-provider.localhost:4100',
    OIDC_AUDIENCE: audience,
    OIDC_CLIENT_ID: pagesClient,
    PAGES_ORIGINS: `${pages},http://localhost:4000`,
    ...Object.fromEntries(demoRoles.map((role) => [`${role.toUpperCase()}_CLIENT_SECRET`, secretOf(role)])),
  };
  expect(readSettings(whole).pages).toEqual({ id: pagesClient, origins: [pages, 'http://localhost:4000'] });
  for (const name of Object.keys(whole))
    expect(() => readSettings({ ...whole, [name]: '' })).toThrow(`${name}: expected is`);
  for (const no of ['127.0.0.1:4000', 'javascript:alert(1)', `${pages}/`, `${pages},`])
    expect(() => readSettings({ ...whole, PAGES_ORIGINS: no })).toThrow('PAGES_ORIGINS: expected is');
});
