// How the pages come to a browser: everything from this machine, small, and nothing that could be made to run.
import { expect, test } from '@jest/globals';
import { describeWithBrowser, foreign, pagesUnderTest } from '../kit/pages.js';
import { filesOf, gzipBytes } from '../kit/built-pages.js';
import { codesOf, send } from '../kit/raw.js';

describeWithBrowser('The pages', () => {
  const under = pagesUnderTest();

  test('GraphiQL answers a query without asking another host', async () => {
    const { page, requests, mistakes } = await under.open(
      '/graphql?query=' + encodeURIComponent('{ area(code: "360300") { name } }'),
    );
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.getByText('萍乡市').first().waitFor();
    expect(requests.some((url) => url.endsWith('/graphql'))).toBe(true);
    expect(foreign(requests, under.hub.url)).toEqual([]);
    expect(mistakes).toEqual([]);
    await page.close();
  });

  test.each(['/', '/incubation', '/portal/imports/1', '/sign-in'])(
    '%s runs no script that is not a file of the hub',
    async (path) => {
      const { status, headers } = await send(under.hub.url, { method: 'GET', path });
      expect(status).toBe(200);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toMatch(/script-src|unsafe-eval|https?:/);
    },
  );

  test('the dashboard needs at most 250 kB before it is shown; charts and the graph come by themselves', () => {
    const files = filesOf('dashboard/dashboard.tsx');
    expect(gzipBytes(files)).toBeLessThanOrEqual(250_000);
    expect(gzipBytes(files)).toBeGreaterThan(100_000);
  });

  /** What a browser sends with an address that a person opens. */
  const html = 'text/html,*/*;q=0.8';

  test('who opens an address that is none is told so by the pages, in both languages, and finds home', async () => {
    const { page, requests } = await under.open('/portall');
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await page.getByRole('link', { name: '回到首页' }).click();
    await page.getByRole('heading', { name: '萍乡市' }).waitFor();
    expect(foreign(requests, under.hub.url)).toEqual([]);
    await page.goto(`${under.hub.url}/nothing/at/all?lang=en`);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.close();
    const asked = { method: 'GET', headers: { accept: html } };
    const [page404, home] = await Promise.all(
      ['/portall', '/'].map((path) => send(under.hub.url, { ...asked, path })),
    );
    expect([page404?.status, page404?.text]).toEqual([404, home?.text]);
    const policy = (headers = home?.headers) => headers?.['content-security-policy'];
    expect(policy(page404?.headers)).toBe(policy());
    expect(page404?.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
    });
  });

  test.each([
    ['GET', '/nothing', '*/*'],
    ['GET', '/nothing', 'application/json'],
    ['GET', '/assets/../package.json', undefined],
    ['POST', '/nothing', html],
    ['DELETE', '/', html],
    ...[
      '/exports',
      '/imports',
      '/imports/nothing/at/all',
      '/graphql/x',
      '/health',
      '/metrics/x',
      '/%6detrics/x',
    ].map((path) => ['GET', path, html] as const),
  ])('%s %s of who accepts %s is refused in the words of the API', async (method, path, accept) => {
    const headers = accept === undefined ? {} : { accept };
    const answer = await send(under.hub.url, { method, path, headers });
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 404, codes: ['NOT_FOUND'] });
  });

  test.each(['/%', '/%ff', '/nothing%2', '/nothing#%ff', '/nothing?%ff', `/${'x'.repeat(500)}`])(
    'hostile: %s, opened in a browser, is answered as what the caller did wrong',
    async (path) => {
      const { status } = await send(under.hub.url, { method: 'GET', path, headers: { accept: html } });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    },
  );
});
