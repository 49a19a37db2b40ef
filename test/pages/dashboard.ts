// The dashboard shows what the facts say, from one request, and says where it cannot.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../kit/eventually.js';
import { faults } from '../kit/faults.js';
import { type FaultySubgraphs, faultySubgraphs } from '../kit/faulty-hub.js';
import {
  describeWithBrowser,
  expectAccessible,
  fits,
  foreign,
  openedBrowser,
  pagesUnderTest,
} from '../kit/pages.js';
import { cleanUp } from '../kit/starts.js';

/** The panel with a title. */
const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

describeWithBrowser('The dashboard', () => {
  const under = pagesUnderTest();

  test('shows the published figures from one GraphQL request, which names its document by its hash', async () => {
    const { page, requests, mistakes } = await under.open('/');
    await panel(page, '募集（元）').getByText('8,370,000.00').waitFor();
    expect(await panel(page, '募集（元）').innerText()).toContain('现金 7,870,000.00，物资 500,000.00');
    expect(await panel(page, '持证社会工作者').innerText()).toContain('2,058');
    expect(await panel(page, '志愿者').innerText()).toMatch(/1,500[\s\S]*107 支志愿服务队/);
    expect(await panel(page, '有效对接').innerText()).toMatch(/28[\s\S]*20 家机构，6 家合作伙伴/);
    expect(await panel(page, '社区社会组织').innerText()).toContain('✓ 达到');
    const base = page.getByRole('row', { name: /萍乡市志愿服务和社会工作孵化基地/ });
    expect(await base.innerText()).toMatch(/江西师范大学、井冈山大学、江西青年职业学院[\s\S]*1,370,000\.00/);
    await page.getByRole('img', { name: '资源流向' }).locator('svg').waitFor();
    const asked = requests.map((url) => new URL(url)).filter(({ pathname }) => pathname === '/graphql');
    expect(asked.map(({ searchParams }) => [...searchParams.keys()].sort())).toEqual([
      ['documentId', 'variables'],
    ]);
    expect(foreign(requests, under.hub.url)).toEqual([]);
    expect(mistakes).toEqual([]);
    await expectAccessible(page);
    await page.close();
  });

  test('each picture has a table that says the same', async () => {
    const { page } = await under.open('/');
    await page.getByRole('img', { name: '孵化漏斗' }).waitFor();
    await page.getByRole('img', { name: '资源流向' }).waitFor();
    await page.keyboard.press('t');
    const row = (table: string, name: RegExp) =>
      page.getByRole('region', { name: table }).last().getByRole('row', { name });
    await row('资源流向', /高校\s*培训\s*安源区/).waitFor();
    await row('募集资金', /2024\s*870,000\.00\s*500,000\.00\s*0\.00/).waitFor();
    await row('孵化漏斗', /申请\s*40/).waitFor();
    await page.close();
  });

  test('the tree opens by the keyboard, and the area that is chosen stands in the address, for Back and for others', async () => {
    const { page } = await under.open('/?year=2024');
    const tree = page.getByRole('treegrid', { name: '地区层级' });
    await tree.getByRole('row', { name: /萍乡市/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await tree.getByRole('row', { name: /青山镇/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '安源区' }).waitFor();
    expect(page.url()).toMatch(/\?(?=.*area=360302|.*area=%22360302%22)(?=.*year=2024|.*year=%222024%22)/);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '安源区' }).waitFor();
    // A name that is too long is shortened; one that stood out of its cell would be an ellipsis and nothing else.
    const long = tree.getByRole('row', { name: /安源区第10镇/ }).getByTitle('安源区第10镇（演示）');
    expect(await long.evaluate((name) => name.clientWidth < name.scrollWidth)).toBe(true);
    await page.getByLabel('在已展开的地区中查找：汉字或拼音首字母').fill('qsz');
    await eventually(async () => (await tree.getByRole('row').count()) === 2);
    expect(await tree.getByRole('row').last().innerText()).toContain('青山镇');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: '萍乡市' }).waitFor();
    await page.close();
  });

  test('organizations are found by name, narrowed by kind and stage, and turned page by page', async () => {
    const { page } = await under.open('/');
    const table = panel(page, '机构').last();
    await page.getByRole('button', { name: '下一页' }).click();
    await eventually(() => Promise.resolve(page.url().includes('after=')));
    await page.getByLabel('按名称或信用代码查找').fill('孵化基地');
    await panel(page, '机构').first().getByText('共 1 家').waitFor();
    expect(page.url()).not.toContain('after=');
    await page.getByLabel('按名称或信用代码查找').fill('没有这样的名字');
    await page.getByText('没有符合条件的机构').waitFor();
    await page.getByRole('link', { name: '清除筛选' }).click();
    await page.getByLabel('孵化状态').selectOption('GRADUATED');
    await page.getByText('共 2 家').waitFor();
    expect(await table.getByRole('row', { name: /出壳/ }).count()).toBe(2);
    await page.close();
  });

  test('what changes elsewhere appears, and says that it did', async () => {
    const { page } = await under.open('/');
    await page.clock.install();
    await page.reload();
    await panel(page, '捐赠笔数').getByText('330').waitFor();
    await under.hub
      .as('finance')
      .expectData(
        `mutation ($input: RecordDonationInput!) { recordDonation(input: $input) { __typename } }`,
        {
          input: {
            idempotencyKey: 'dashboard-gift',
            organizationId: await baseId(),
            kind: 'CASH',
            amount: '1000.00',
            anonymous: true,
            receivedOn: '2026-01-05',
          },
        },
      );
    await page.clock.runFor(31_000);
    await panel(page, '捐赠笔数').getByText('刚更新，原为 330').waitFor();
    expect(await panel(page, '募集（元）').innerText()).toContain('8,371,000.00');
    await page.close();
  });

  const baseId = async () => {
    const { organizations } = await under.hub.expectData<{ organizations: { nodes: { id: string }[] } }>(
      '{ organizations(first: 1, filter: { kind: [INCUBATION_BASE] }) { nodes { id } } }',
    );
    return organizations.nodes[0]?.id;
  };

  test('a network that is gone is told, and what is shown stays', async () => {
    const { page } = await under.open('/');
    await page.clock.install();
    await page.reload();
    await panel(page, '持证社会工作者').getByText('2,058').waitFor();
    await page.context().setOffline(true);
    await page.clock.runFor(31_000);
    await page.getByText('连接不上服务器').waitFor();
    expect(await panel(page, '持证社会工作者').innerText()).toContain('2,058');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('连接不上服务器').waitFor({ state: 'detached' });
    await page.close();
  });

  test('English is a switch away and stands in the address; nothing but names is left in Chinese', async () => {
    const { page } = await under.open('/');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Pingxiang' }).waitFor();
    expect(page.url()).toContain('lang=en');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    for (const text of await page.getByRole('heading').allInnerTexts())
      expect(text).not.toMatch(/\p{Script=Han}/u);
    for (const text of await page.getByRole('columnheader').allInnerTexts())
      expect(text).not.toMatch(/\p{Script=Han}/u);
    await page.close();
  });

  test('a wall is filled without scrolling', async () => {
    const { page } = await under.open('/?mode=wall');
    await page.setViewportSize({ width: 1_920, height: 1_080 });
    await page.getByRole('img', { name: '资源流向' }).locator('svg').waitFor();
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(1_080);
    await page.close();
  });

  test('paper of A4 holds each table whole', async () => {
    const { page } = await under.open('/', { width: 794 });
    await panel(page, '机构').first().getByRole('row').nth(20).waitFor();
    await page.emulateMedia({ media: 'print' });
    const cut = `[...document.querySelectorAll('.scroll')].map((each) => each.scrollWidth - each.clientWidth)`;
    expect(await page.evaluate(cut)).toEqual([0, 0, 0]);
    await page.close();
  });

  test('fits a telephone, and an area that is none says so', async () => {
    const { page } = await under.open('/?area=999999', { width: 375 });
    await page.getByText('没有编码为 999999 的地区').waitFor();
    await page.goto(`${under.hub.url}/`);
    await panel(page, '募集（元）').getByText('8,37').waitFor();
    expect(await fits(page)).toBe(true);
    await page.close();
  });
});

describeWithBrowser('The dashboard without a subgraph', () => {
  let subgraphs: FaultySubgraphs;
  const browser = openedBrowser();
  beforeAll(async () => {
    subgraphs = await faultySubgraphs();
  });
  afterAll(async () => {
    await subgraphs?.stop();
    await cleanUp();
  });

  test('dims the cards of the one that is missing, and keeps the figures of the others', async () => {
    const gateway = await subgraphs.gateway('hive');
    const page = await browser().newPage();
    gateway.proxies.donations.behave(faults['says 503']);
    await page.goto(gateway.url);
    const raised = panel(page, '募集（元）');
    await raised.getByText('捐赠与资金暂不可用').waitFor();
    expect(await raised.innerText()).toContain('—');
    expect(await dimmed(page)).toEqual(['募集（元）', '捐赠笔数', '下级地区对比', '募集资金', '机构']);
    expect(await panel(page, '持证社会工作者').innerText()).toMatch(/2,058/);
    expect(await panel(page, '机构').first().getByRole('row').count()).toBe(21);
    await gateway.renew();
    await page.getByRole('button', { name: '重试' }).click();
    await raised.getByText('8,370,000.00').waitFor();
    expect(await dimmed(page)).toEqual([]);
    gateway.proxies.donations.behave(faults['says 503']);
    await page.reload();
    await raised.getByText(/^捐赠与资金为 .+ 的数据$/).waitFor();
    await raised.getByText('8,370,000.00').waitFor();
    await page.close();
    await gateway.stop();
  });
});

describeWithBrowser('The dashboard of several processes', () => {
  const under = pagesUnderTest({ topology: 'distributed', engine: 'hive' });

  test('keeps all but the cards of a subgraph whose process is killed', async () => {
    const { page } = await under.open('/', { role: 'admin' });
    await panel(page, '募集（元）').getByText('8,370,000.00').waitFor();
    await under.hub.kill('partners');
    await page.reload();
    // Nobody kept an answer for an administrator, who must not see an old one for a new one.
    await panel(page, '有效对接').getByText('合作与对接暂不可用').waitFor();
    expect(await dimmed(page)).toEqual(['有效对接', '下级地区对比', '资源对接', '资源流向', '机构']);
    expect(await panel(page, '募集（元）').innerText()).toContain('8,370,000.00');
    await page.close();
  });
});

const dimmed = (page: Page) => page.locator('.panel.dimmed h2').allInnerTexts();
