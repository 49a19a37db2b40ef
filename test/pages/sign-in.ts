// People sign in at the city's identity service, or in a demonstration with a token; their roles decide what is shown.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { remoteKeys } from '#gateway/oidc.js';
import { startHub, type TestHub } from '../kit/hub.js';
import {
  describeWithBrowser,
  expectAccessible,
  openedBrowser,
  pagesUnderTest,
  tokenKey,
} from '../kit/pages.js';
import { pagesClient, type SignInProvider, startSignInProvider } from '../kit/sign-in-provider.js';

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
  let provider: SignInProvider;
  let hub: TestHub;
  const browser = openedBrowser();
  beforeAll(async () => {
    provider = await startSignInProvider(audience, (person) => ({ roles: [person] }));
    const { issuer } = provider;
    hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', {
      issuer: { issuer, audience, keys: remoteKeys(issuer) },
      settings: { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_CLIENT_ID: pagesClient },
    });
    provider.sendBackTo(hub.url);
  });
  afterAll(async () => {
    await hub?.stop();
    await provider?.stop();
  });

  test('a person comes back as who the issuer says, stays so after a reload, and leaves', async () => {
    const page = await browser().newPage();
    const mistakes: string[] = [];
    // The issuer's own pages ask for fonts from elsewhere.
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text()) && page.url().startsWith(hub.url))
        mistakes.push(message.text());
    });
    await page.goto(`${hub.url}/sign-in`);
    expect(await page.getByLabel('粘贴演示令牌').count()).toBe(0);
    await page.getByRole('button', { name: '用统一身份登录' }).click();
    await page.locator('input[name=login]').fill('finance');
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    await page.locator('button[type=submit]').click();
    await page.waitForURL(`${hub.url}/`);
    await page.getByText('财务').waitFor();
    await page.reload();
    await page.getByText('财务').waitFor();
    const { data } = await hub
      .withToken((await page.evaluate(`sessionStorage.getItem('${tokenKey}')`)) as string)
      .run<{ donations: { totalCount: number } }>('{ donations(first: 1) { totalCount } }');
    // With an issuer, only trusted documents are answered to most: the hub knows this person, and refuses the question.
    expect(data ?? null).toBeNull();
    expect(mistakes).toEqual([]);
    await page.getByRole('button', { name: '退出' }).click();
    await page.waitForURL((url) => url.origin === provider.issuer);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await page.goto(hub.url);
    await page.getByRole('link', { name: '登录' }).waitFor();
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('eyJ');
    await page.close();
  });
});
