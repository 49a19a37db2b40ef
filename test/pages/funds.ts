// The page of the funds: figures that equal the facts, what must be published, and what is for some eyes only.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addDays, addMonths } from '#shared/calendar.js';
import { today } from '#shared/today.js';
import { chineseOf } from '../kit/chinese.js';
import { describeWithBrowser, expectAccessible, fits, pagesUnderTest } from '../kit/pages.js';

const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
const figure = (page: Page, name: string) =>
  page.locator('.funds-figures > div').filter({ hasText: name }).locator('dd');

/** Where the demonstration has pools and grants, and raises nothing. */
const guanghan = '510681';
const startsOn = addDays(today(), -10);

describeWithBrowser('The page of the funds', () => {
  const under = pagesUnderTest();
  beforeAll(async () => {
    const finance = under.hub.as('finance');
    const { partners } = await under.hub.expectData<{ partners: { nodes: { id: string }[] } }>(
      '{ partners(first: 1, filter: { kind: [FOUNDATION] }) { nodes { id } } }',
    );
    const open = `mutation ($input: OpenCampaignInput!) { result: openCampaign(input: $input) { __typename ... on Campaign { id } ... on Problem { message } } }`;
    const { result } = await finance.expectData<{ result: { id: string } }>(open, {
      input: {
        idempotencyKey: randomUUID(),
        title: '助老募捐',
        fundraiserPartnerId: partners.nodes[0]?.id,
        areaCode: guanghan,
        startsOn,
        endsOn: addMonths(startsOn, 12),
        target: '100000.00',
      },
    });
    const record = `mutation ($input: RecordDonationInput!) { result: recordDonation(input: $input) { __typename ... on Problem { message } } }`;
    for (const [amount, pledged] of [
      ['30000.00', false],
      ['20000.00', true],
    ]) {
      const gift = await finance.expectData<{ result: object }>(record, {
        input: {
          idempotencyKey: randomUUID(),
          campaignId: result.id,
          donorName: '某企业',
          kind: 'CASH',
          amount,
          pledged,
          receivedOn: today(),
        },
      });
      expect(gift.result).toEqual({ __typename: 'Donation' });
    }
  });

  test('shows the sums of the facts, exact, since ever and of a year, and says the same in a table', async () => {
    const { page, mistakes, requests } = await under.open('/funds');
    await page.getByText('8,370,000.00 元').first().waitFor();
    const figures = ['募集净额', '现金', '物资', '承诺未到账', '捐赠笔数'];
    const values = await Promise.all(figures.map((name) => figure(page, name).textContent()));
    expect(values).toEqual(['8,370,000.00 元', '7,870,000.00 元', '500,000.00 元', '0.00 元', '330']);
    await panel(page, '募集时间分布').getByRole('button', { name: '表', exact: true }).click();
    const rows = panel(page, '募集时间分布').getByRole('row');
    expect(await rows.allInnerTexts()).toEqual(
      [
        '年份|募集净额|笔数',
        '2021|2,100,000.00 元|100',
        '2022|2,300,000.00 元|100',
        '2023|2,600,000.00 元|100',
        '2024|1,370,000.00 元|30',
      ].map((row) => row.replaceAll('|', '\t')),
    );
    await panel(page, '资金池')
      .getByRole('row', { name: /公益创投资金池.*广汉市、青白江区.*3,300,000.00 元/ })
      .waitFor();
    await panel(page, '资金集中度').getByText('只有分析员、财务和管理员可以看资金集中度').waitFor();
    await panel(page, '捐赠明细').getByText('只有财务和管理员可以看捐赠明细').waitFor();
    expect(mistakes).toEqual([]);
    expect(requests.every((url) => url.startsWith(under.hub.url))).toBe(true);

    await page.goto(`${under.hub.url}/funds?period=2024`);
    await page.getByText('1,370,000.00 元').first().waitFor();
    expect(await figure(page, '物资').textContent()).toBe('500,000.00 元');
    await page.close();
  });

  test('R-FND-08: what is due next stands on top, and what is past its day says so in words', async () => {
    const { page } = await under.open('/funds');
    const calendar = page.getByRole('region', { name: '信息公开日历，按月' });
    await calendar.getByRole('listitem').first().waitFor();
    const [latest] = await calendar.getByRole('listitem').allInnerTexts();
    expect(latest).toMatch(/2025-04-01.*朝夕相伴计划 · 全面公开.*⚠ 已过截止日 [\d,]+ 天/s);
    expect(await calendar.getByText(/⚠ 已过截止日/).count()).toBe(7);

    await page.goto(`${under.hub.url}/funds?area=${guanghan}`);
    const next = calendar.getByRole('listitem').first();
    await next.getByText('下一个到期').waitFor();
    expect(await next.innerText()).toContain(addMonths(startsOn, 3));
    const row = panel(page, '募捐活动').getByRole('row', { name: /助老募捐/ });
    const text = await row.innerText();
    expect(text).toContain('30%，目标 100,000.00 元');
    expect(text).toContain('没有记录募捐方案（R-FND-04）');
    expect(text).toContain('另有承诺 20,000.00 元');
    expect(await panel(page, '募捐活动').getByRole('row').count()).toBe(2);
    expect(await panel(page, '资助').getByRole('row').count()).toBe(5);
    await page.close();
  });

  test('finance reads the donations, in which nobody anonymous is named, and how concentrated funding is', async () => {
    const { page } = await under.open('/funds', { role: 'finance' });
    const donations = panel(page, '捐赠明细');
    await donations.getByRole('cell', { name: '匿名' }).first().waitFor();
    expect(await donations.getByRole('cell', { name: '匿名' }).count()).toBe(20);
    await donations.getByRole('button', { name: '显示更多（还有 312 条）' }).click();
    await donations.getByRole('button', { name: '显示更多（还有 292 条）' }).waitFor();
    expect(await donations.getByRole('cell', { name: '匿名' }).count()).toBe(40);

    const concentration = panel(page, '资金集中度');
    await concentration.getByRole('combobox').fill('孵化基地');
    await page.getByTitle('萍乡市志愿服务和社会工作孵化基地').click();
    await concentration.getByText(/HHI \d+，相当于 [\d.]+ 个同等的出资方/).waitFor();
    expect(page.url()).toContain('organization=');
    await expectAccessible(page);
    await page.close();
  });

  test('fits a telephone, in English without a word of Chinese that is no data', async () => {
    const { page } = await under.open(`/funds?lang=en&theme=dark&by=month&area=${guanghan}`, {
      role: 'analyst',
      width: 375,
    });
    await page.getByText('CNY 30,000.00').first().waitFor();
    await panel(page, 'Grants').getByRole('row').nth(1).waitFor();
    expect(await fits(page)).toBe(true);
    const { fundingPools, grants, partners } = await under.hub.expectData<{
      fundingPools: { name: string }[];
      grants: { nodes: { organization: { name: string } }[] };
      partners: { nodes: { name: string }[] };
    }>(
      '{ fundingPools { name } grants(first: 100) { nodes { organization { name } } } partners(first: 100) { nodes { name } } }',
    );
    const organizations = grants.nodes.map(({ organization }) => organization);
    const data = [...fundingPools, ...organizations, ...partners.nodes].map(({ name }) => name);
    expect(await chineseOf(page, ['助老募捐', ...data])).toEqual([]);
    await expectAccessible(page);
    await page.close();
  });
});
