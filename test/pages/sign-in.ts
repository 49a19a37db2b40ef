// People sign in at the city's identity service, or in a demonstration with a token; their roles decide what is shown.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { remoteKeys } from '#gateway/oidc.js';
import { startHub, type TestHub } from '../kit/hub.js';
import {
  type OpenIdProvider,
  pagesClient,
  startOpenIdProvider,
  tryOutClients,
} from '../kit/open-id-provider.js';
import {
  describeWithBrowser,
  expectAccessible,
  openedBrowser,
  pagesUnderTest,
  tokenKey,
} from '../kit/pages.js';

const menu = async (page: Page) =>
  (await page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts()).join(' ');

describeWithBrowser('Signing in with a token', () => {
  const under = pagesUnderTest();

  test('what is no token and what is too old is told; a good one shows what its role may see, in this tab only', async () => {
    const { page } = await under.open('/sign-in');
    await expectAccessible(page);
    expect(await menu(page)).toBe('总览 孵化 资金');
    const field = page.getByLabel('粘贴演示令牌');
    await field.fill('secret');
    await page.getByRole('button', { name: '使用此令牌' }).click();
    await page.getByText('这不是令牌').waitFor();
    const [head, , tail] = (await under.hub.tokenOf('analyst')).split('.');
    await field.fill([head, btoa('{"exp":1}').replaceAll('=', ''), tail].join('.'));
    await page.getByRole('button', { name: '使用此令牌' }).click();
    await page.getByText('这个令牌已过期').waitFor();
    await field.fill(await under.hub.tokenOf('analyst'));
    await page.getByRole('button', { name: '使用此令牌' }).click();
    await page.getByRole('heading', { name: '萍乡市' }).waitFor();
    expect(await menu(page)).toBe('总览 孵化 资金 关系探索');
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(head as string);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('link', { name: '登录' }).waitFor();
    expect(await menu(page)).toBe('总览 孵化 资金');
    await page.close();
  });
});

describeWithBrowser('Signing in at the issuer', () => {
  const audience = 'urn:linkage-hub:pages-test';
  const secretOf = (role: string) => `secret-of-${role}-`.padEnd(32, '0');
  let provider: OpenIdProvider;
  let hub: TestHub;
  const browser = openedBrowser();
  beforeAll(async () => {
    provider = await startOpenIdProvider(audience, tryOutClients(secretOf));
    const { issuer } = provider;
    hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', {
      issuer: { issuer, audience, keys: remoteKeys(issuer) },
      settings: { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_CLIENT_ID: pagesClient },
    });
    await provider.sendBackTo(hub.url);
  });
  afterAll(async () => {
    await hub?.stop();
    await provider?.stop();
  });

  /** Opens the issuer's page by the button of the hub's; yields what either had to complain of. */
  async function toIssuer(): Promise<{ page: Page; mistakes: string[] }> {
    const page = await browser().newPage();
    const mistakes: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) mistakes.push(message.text());
    });
    await page.goto(`${hub.url}/sign-in`);
    expect(await page.getByLabel('粘贴演示令牌').count()).toBe(0);
    await page.getByRole('button', { name: '用统一身份登录' }).click();
    await page.getByRole('heading', { name: '登录链接枢纽' }).waitFor();
    expect(page.url()).toMatch(new RegExp(`^${provider.issuer}/interaction/`));
    return { page, mistakes };
  }

  test('a wrong secret is refused in words; a partner’s own opens its portal, by keys alone', async () => {
    const { page, mistakes } = await toIssuer();
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('合作伙伴 Partner').isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type(secretOf('admin'));
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('密钥不对').waitFor();
    await expectAccessible(page);
    expect(await page.content()).not.toContain(secretOf('admin'));
    // The role is as it was, and the field waits for the secret.
    await page.keyboard.type(secretOf('partner'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`${hub.url}/`);
    await page.getByRole('link', { name: '合作伙伴' }).click();
    await page.getByText('江西师范大学社会工作专业人才培训').waitFor();
    expect(mistakes).toEqual([]);
    await page.close();
    await browser().clearCookies();
  });

  test('a person comes back as who the issuer says, stays so after a reload, and leaves', async () => {
    const { page, mistakes } = await toIssuer();
    await page.getByLabel('财务').check();
    await page.getByLabel('密钥').fill(secretOf('finance'));
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(`${hub.url}/`);
    await page.getByText('财务').waitFor();
    await page.reload();
    await page.getByText('财务').waitFor();
    const { data } = await hub
      .withToken((await page.evaluate(`sessionStorage.getItem('${tokenKey}')`)) as string)
      .run<{ donations: { totalCount: number } }>('{ donations(first: 1) { totalCount } }');
    // With an issuer, only trusted documents are answered to most: the hub knows this person, and refuses the question.
    expect(data ?? null).toBeNull();
    await page.getByRole('button', { name: '退出' }).click();
    await page.waitForURL((url) => url.origin === provider.issuer);
    await expectAccessible(page);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await page.getByRole('button', { name: '退出' }).click();
    await page.waitForURL(`${hub.url}/**`);
    await page.getByRole('link', { name: '登录' }).waitFor();
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('eyJ');
    expect(mistakes).toEqual([]);
    await page.close();
    // Nobody is signed in at the issuer either: it asks again.
    await (await toIssuer()).page.close();
  });
});
