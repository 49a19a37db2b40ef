// How the pages come to a browser: everything from this machine, small, and nothing that could be made to run.
import { expect, test } from '@jest/globals';
import { describeWithBrowser, foreign, pagesUnderTest } from '../kit/pages.js';
import { filesOf, gzipBytes } from '../kit/built-pages.js';
import { send } from '../kit/raw.js';

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

  test('an address that is none is refused in the words of the API', async () => {
    const { status, json } = await send(under.hub.url, { method: 'GET', path: '/assets/../package.json' });
    expect({ status, codes: json?.errors?.map(({ extensions }) => extensions?.['code']) }).toEqual({
      status: 404,
      codes: ['NOT_FOUND'],
    });
  });
});
