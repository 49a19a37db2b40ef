// What a person sees: the first page and GraphiQL in a real browser, everything from this machine.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { eventually } from '../kit/eventually.js';
import { findBrowser, openBrowser } from '../kit/chromium.js';
import { faults } from '../kit/faults.js';
import { type FaultySubgraphs, faultySubgraphs } from '../kit/faulty-hub.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { cleanUp } from '../kit/starts.js';

const browser = findBrowser();
// Only where there is no browser and no right to install one; the closing line counts what was skipped.
const withBrowser = browser === null ? describe.skip : describe;

withBrowser('The first page', () => {
  let hub: TestHub;
  let context: BrowserContext;
  beforeAll(async () => {
    [hub, context] = await Promise.all([
      startHub({ topology: 'embedded', engine: 'hive' }),
      openBrowser(browser as string),
    ]);
  });
  afterAll(async () => {
    await context?.close();
    await hub?.stop();
  });

  /** Opens a page and notes what it asks for and what goes wrong. */
  async function open(path: string): Promise<{ page: Page; requests: string[]; mistakes: string[] }> {
    const page = await context.newPage();
    const requests: string[] = [];
    const mistakes: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => mistakes.push(error.message));
    page.on('console', (message) => message.type() === 'error' && mistakes.push(message.text()));
    await page.goto(`${hub.url}${path}`);
    return { page, requests, mistakes };
  }
  const foreign = (requests: string[]) =>
    requests.filter((url) => /^(https?|wss?):/.test(url) && !url.startsWith(hub.url));

  test('shows the published figures as cards and a table, from one GraphQL request', async () => {
    const { page, requests, mistakes } = await open('/');
    await page.getByText('8,370,000.00').waitFor();
    const cards = await page.locator('#cards').innerText();
    expect(cards).toContain('2,058');
    expect(cards).toContain('107 支志愿服务队');
    expect(cards).toContain('现金 7,870,000.00，物资 500,000.00');
    expect(await page.locator('tbody tr').count()).toBe(50);
    const base = page.locator('tbody tr', { hasText: '萍乡市志愿服务和社会工作孵化基地' });
    expect(await base.innerText()).toContain('江西师范大学、井冈山大学、江西青年职业学院');
    expect(requests.filter((url) => new URL(url).pathname === '/graphql')).toHaveLength(1);
    expect(foreign(requests)).toEqual([]);
    expect(mistakes).toEqual([]);
    await page.close();
  });

  test('keeps the area in the address', async () => {
    const { page } = await open('/');
    await page.getByLabel('地区').selectOption('360302');
    await page.getByText('安源区志愿服务联合会（演示）').waitFor();
    expect(page.url()).toContain('area=360302');
    await page.reload();
    await page.getByText('安源区志愿服务联合会（演示）').waitFor();
    expect(await page.getByLabel('地区').inputValue()).toBe('360302');
    await page.close();
  });

  test('fits a narrow screen', async () => {
    const { page } = await open('/');
    await page.setViewportSize({ width: 375, height: 800 });
    await page.getByText('8,370,000.00').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= 375')).toBe(true);
    await page.close();
  });

  test('GraphiQL answers a query without asking another host', async () => {
    const { page, requests, mistakes } = await open(
      '/graphql?query=' + encodeURIComponent('{ area(code: "360300") { name } }'),
    );
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.getByText('萍乡市').first().waitFor();
    expect(requests.some((url) => url.endsWith('/graphql'))).toBe(true);
    expect(foreign(requests)).toEqual([]);
    expect(mistakes).toEqual([]);
    await page.close();
  });
});

withBrowser('The first page without a subgraph', () => {
  let subgraphs: FaultySubgraphs;
  let context: BrowserContext;
  beforeAll(async () => {
    [subgraphs, context] = await Promise.all([faultySubgraphs(), openBrowser(browser as string)]);
  });
  afterAll(async () => {
    await context?.close();
    await subgraphs?.stop();
    await cleanUp();
  });

  test('says what is missing, and keeps the figures of the others; old ones come with their time', async () => {
    const gateway = await subgraphs.gateway('hive');
    const page = await context.newPage();
    gateway.proxies.donations.behave(faults['says 503']);
    await page.goto(gateway.url);
    await page.getByText('捐赠与资金暂不可用').waitFor();
    expect(await page.locator('#cards').innerText()).toMatch(/2,058[\s\S]*募集（元）\s+—\s+暂不可用/);
    expect(await page.locator('tbody tr').count()).toBe(50);
    await gateway.renew();
    // On a busy machine the first answer may come too late.
    await eventually(async () => {
      await page.reload();
      await page.locator('tbody tr').first().waitFor();
      return page.getByText('8,370,000.00').isVisible();
    });
    expect(await page.locator('#notice').innerText()).toBe('');
    gateway.proxies.donations.behave(faults['says 503']);
    await page.reload();
    await page.getByText(/^捐赠与资金为 .+ 的数据$/).waitFor();
    await page.getByText('8,370,000.00').waitFor();
    await page.close();
    await gateway.stop();
  });
});
