// The partner portal: what a partner offers, who uses it, and how it answers.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withClient } from '../kit/database.js';
import { eventually } from '../kit/eventually.js';
import { describeWithBrowser, expectAccessible, fits, pagesUnderTest } from '../kit/pages.js';

const narrow = 375;

describeWithBrowser('The partner portal', () => {
  const under = pagesUnderTest();
  const partnerId = async () => {
    const { viewer } = await under.hub
      .as('partner')
      .expectData<{ viewer: { partnerId: string } }>('{ viewer { partnerId } }');
    return viewer.partnerId;
  };
  const resourcesNamed = async (title: string) => {
    const { partner } = await under.hub.as('partner').expectData<{
      partner: { resources: { totalCount: number; nodes: Record<string, unknown>[] } };
    }>(
      `query ($id: ID!, $title: String) { partner(id: $id) { resources(filter: { text: $title }) {
        totalCount nodes { id title status capacity unit areaCodes availableTo version } } } }`,
      { id: await partnerId(), title },
    );
    return partner.resources;
  };

  test('a stranger and other roles are told which roles it is for', async () => {
    const { page } = await under.open('/portal');
    await page.getByText('可以使用的角色：合作伙伴、机构、财务、管理员').waitFor();
    expect(await page.getByRole('main').getByRole('link', { name: '去登录' }).isVisible()).toBe(true);
    await page.close();
    const { page: other } = await under.open('/portal/resources/new?lang=en', { role: 'analyst' });
    await other.getByText('It is for these roles: Partner, Administrator.').waitFor();
    await other.close();
  });

  test('a resource is registered by the keyboard, a wrong field is named and reached, and it stands in the table', async () => {
    const title = `社工实务培训 ${randomUUID()}`;
    const { page, mistakes } = await under.open('/portal', { role: 'partner' });
    await page.getByRole('link', { name: '登记资源' }).press('Enter');
    await page.getByRole('heading', { name: '第 1 步，共 4 步：类别' }).waitFor();
    await page.getByRole('radio', { name: /培训/ }).press('Space');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: '第 2 步，共 4 步：内容' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type(title);
    await page.keyboard.press('Tab');
    await page.keyboard.type('三百');
    await page.keyboard.press('Tab');
    await page.keyboard.type('人次');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '下一步' }).press('Enter');
    const summary = page.getByRole('alert').filter({ hasText: '有 1 处需要改正' });
    await summary.waitFor();
    await expectAccessible(page);
    await summary.getByRole('link', { name: /数量：这不是数量/ }).press('Enter');
    await expectFocus(page, 'resource-capacity');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('300.5');
    await page.getByRole('button', { name: '下一步' }).press('Enter');

    await page.getByRole('heading', { name: '第 3 步，共 4 步：时间与地区' }).waitFor();
    await page.getByRole('combobox', { name: '适用地区' }).click();
    await page.getByRole('combobox', { name: '适用地区' }).fill('湘东区');
    await page
      .locator('.ant-select-tree-treenode', { hasText: /^湘东区$/ })
      .locator('.ant-select-tree-checkbox')
      .click();
    await page.keyboard.press('Escape');
    await page.getByLabel('最后一天').fill('2099-12-31');
    await page.getByRole('button', { name: '下一步' }).click();

    await page.getByRole('heading', { name: '第 4 步，共 4 步：核对' }).waitFor();
    await page.getByText('300.5 人次').waitFor();
    await page.getByRole('button', { name: '登记并发布' }).press('Enter');
    await page.getByRole('heading', { name: `“${title}”已登记并发布` }).waitFor();
    const { totalCount, nodes } = await resourcesNamed(title);
    expect({ totalCount, nodes }).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          status: 'PUBLISHED',
          capacity: '300.5',
          unit: '人次',
          areaCodes: ['360313'],
          availableTo: '2100-01-01',
        },
      ],
    });
    await page.getByRole('link', { name: '在“我的资源”中查看' }).click();
    const row = page.getByRole('row', { name: new RegExp(title) });
    await row.getByText('湘东区').waitFor();
    expect(await row.textContent()).toContain('剩余 300.5 / 300.5 人次');
    expect(mistakes).toEqual([]);

    await row.getByRole('checkbox').check();
    await page.getByRole('button', { name: '撤回所选（1）' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /确\s?定/ })
      .click();
    await page.getByText('1 项成功，0 项没有成功。').waitFor();
    await row.getByText('已撤回').waitFor();
    await page.close();
  });

  test('what somebody else changed meanwhile is shown beside one’s own changes, and nothing is overwritten unseen', async () => {
    const title = `公益场地 ${randomUUID()}`;
    const asPartner = under.hub.as('partner');
    await asPartner.expectData(
      `mutation ($input: RegisterResourceInput!) { registerResource(input: $input) { __typename } }`,
      { input: { partnerId: await partnerId(), title, category: 'VENUE', capacity: '3', unit: '间' } },
    );
    const { nodes } = await resourcesNamed(title);
    const { id, version } = nodes[0] as { id: string; version: number };
    const { page } = await under.open(`/portal/resources/${id}`, { role: 'partner' });
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('说明').fill('有投影');
    await asPartner.expectData(
      `mutation ($input: UpdateResourceInput!) { updateResource(input: $input) { __typename } }`,
      { input: { resourceId: id, version, capacity: '5' } },
    );
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '保存修改' }).click();
    await page.getByRole('alert').getByRole('row', { name: '数量 3 5 3' }).waitFor();
    expect((await resourcesNamed(title)).nodes[0]).toMatchObject({ capacity: '5', version: version + 1 });
    await page.getByRole('button', { name: '保留我的修改，其余采用新内容' }).click();
    await page.getByRole('button', { name: '保存修改' }).click();
    await page.getByText(`“${title}”的修改已保存`).waitFor();
    expect((await resourcesNamed(title)).nodes[0]).toMatchObject({ capacity: '5', version: version + 2 });
    await page.close();
  });

  test('unsent work is not lost: leaving asks, and a draft is offered again', async () => {
    const { page } = await under.open('/portal/resources/new', { role: 'partner' });
    await page.getByRole('radio', { name: /设备/ }).check();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('名称').fill('便携音响');
    await page.getByRole('link', { name: '总览' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '继续填写' }).click();
    expect(await page.getByLabel('名称').inputValue()).toBe('便携音响');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('的草稿“便携音响”').waitFor();
    await page.getByRole('button', { name: '继续填写' }).click();
    expect(await page.getByRole('radio', { name: /设备/ }).isChecked()).toBe(true);
    await page.close();
  });

  test('a proposal is answered with the allowed steps; one too large says what is left; the statement holds it', async () => {
    const title = `督导 ${randomUUID()}`;
    const admin = under.hub.as('admin');
    const { organizations } = await under.hub.expectData<{ organizations: { nodes: { id: string }[] } }>(
      '{ organizations(first: 1, filter: { kind: [INCUBATION_BASE] }) { nodes { id } } }',
    );
    const { registerResource } = await under.hub
      .as('partner')
      .expectData<{ registerResource: { id: string } }>(
        `mutation ($input: RegisterResourceInput!) { registerResource(input: $input) { ... on Resource { id } } }`,
        {
          input: {
            partnerId: await partnerId(),
            title,
            category: 'EXPERT',
            capacity: '10',
            unit: '人次',
            publish: true,
          },
        },
      );
    const propose = (quantity: string) =>
      admin.expectData<{ proposeLink: { __typename: string } }>(
        `mutation ($input: ProposeLinkInput!) { proposeLink(input: $input) { __typename } }`,
        {
          input: { resourceId: registerResource.id, organizationId: organizations.nodes[0]?.id, quantity },
        },
      );
    expect(await propose('10')).toEqual({ proposeLink: { __typename: 'ResourceLink' } });
    expect(await propose('4')).toEqual({ proposeLink: { __typename: 'ResourceLink' } });

    const { page, mistakes } = await under.open('/portal?tab=links&link=["PROPOSED"]', { role: 'partner' });
    const large = page.getByRole('article', { name: new RegExp(title) }).filter({ hasText: '数量 10' });
    const small = page.getByRole('article', { name: new RegExp(title) }).filter({ hasText: '数量 4' });
    await large.getByRole('button', { name: /谢\s?绝/ }).waitFor();
    await small.getByRole('button', { name: /接\s?受/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('说明').fill('周三下午可以');
    await dialog.getByRole('button', { name: /接\s?受/ }).click();
    await small.waitFor({ state: 'detached' });

    await large.getByRole('button', { name: /接\s?受/ }).click();
    await dialog.getByRole('button', { name: /接\s?受/ }).click();
    await dialog.getByText('资源只剩 6 人次').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: /返\s?回/ }).click();
    await large.getByRole('button', { name: /谢\s?绝/ }).click();
    await dialog.getByRole('button', { name: /谢\s?绝/ }).click();
    await dialog.getByText('请写明原因').waitFor();
    await dialog.getByLabel('原因').fill('人手不够');
    await dialog.getByRole('button', { name: /谢\s?绝/ }).click();
    await large.waitFor({ state: 'detached' });
    expect(mistakes).toEqual([]);

    await page.getByRole('tab', { name: '使用情况' }).click();
    await page.getByRole('cell', { name: title }).first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /下载 CSV/ }).click(),
    ]);
    const file = await new Response((await download.createReadStream()) as unknown as BodyInit).arrayBuffer();
    const text = Buffer.from(file).toString('utf8');
    expect(text.startsWith('\ufeff资源,')).toBe(true);
    expect(text).toMatch(new RegExp(`${title},[^\\n]*,4,人次,已接受`));
    await page.close();
  });

  /** A partner of its own with so many idle resources, so many links of the first, and nothing asked about it before. */
  async function largePartner(resources: number, links: number): Promise<string> {
    const id = randomUUID();
    await withClient(under.hub.database.address, async (client) => {
      await client.query(
        `insert into partners.partner (id, name, kind, provenance) values ($1, $2, 'UNIVERSITY', 'REGISTERED')`,
        [id, `大伙伴 ${id}`],
      );
      await client.query(
        `insert into partners.resource (id, partner_id, title, category, capacity, unit, area_codes, status, published_at, provenance)
          select gen_random_uuid(), $1, '闲置 ' || n, 'VENUE', 10, '间', '{}', 'PUBLISHED', now() - interval '100 days', 'REGISTERED'
          from generate_series(1, $2::int) as n`,
        [id, resources],
      );
      await client.query(
        `insert into partners.resource_link (id, resource_id, organization_id, area_code, status, quantity, created_at, provenance)
          select gen_random_uuid(), resource.id, o.organization_id, o.area_code, 'DECLINED', n, now() - interval '1 day' + n * interval '1 second', 'REGISTERED'
          from generate_series(1, $2::int) as n, (select organization_id, area_code from partners.resource_link limit 1) as o,
            (select id from partners.resource where partner_id = $1 limit 1) as resource`,
        [id, links],
      );
    });
    return id;
  }

  const csvFrom = async (page: Page): Promise<string[]> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /下载 CSV/ }).click(),
    ]);
    const file = await new Response((await download.createReadStream()) as unknown as BodyInit).text();
    return file.trim().split('\r\n');
  };
  const rowsOf = (page: Page) => page.locator('tbody tr').count();
  /** Notes how many rows are in the page when it is printed. */
  const notePrints = (page: Page) =>
    page.evaluate(
      'window.printed = []; window.print = () => window.printed.push(document.querySelectorAll("tbody tr").length)',
    );

  test('more than 100 links are all in the table, the file and the statement; each when it is asked for', async () => {
    const id = await largePartner(1, 230);
    const { page, mistakes } = await under.open(`/portal?partner=${id}&tab=usage`, { role: 'admin' });
    await page.getByRole('button', { name: '显示更多（还有 130 条）' }).click();
    await page.getByRole('button', { name: '显示更多（还有 30 条）' }).waitFor();
    expect(await rowsOf(page)).toBe(200);
    await expectAccessible(page);
    await page.reload();
    await page.getByRole('button', { name: '显示更多（还有 130 条）' }).waitFor();
    const [heading, ...rows] = await csvFrom(page);
    expect(heading).toMatch(/^\ufeff?资源,/);
    expect(rows.map((row) => row.split(',')[3])).toEqual(
      Array.from({ length: 230 }, (_, n) => String(n + 1)),
    );
    await page.reload();
    await page.getByRole('button', { name: '显示更多（还有 130 条）' }).waitFor();
    await notePrints(page);
    await page.getByRole('button', { name: '打印证明' }).click();
    await eventually(() => page.evaluate('window.printed.length === 1'));
    expect(await page.evaluate('window.printed')).toEqual([230]);
    expect(mistakes).toEqual([]);
    // What is not whole is not given: a page that is not answered makes no file.
    await page.reload();
    await page.getByRole('button', { name: '显示更多（还有 130 条）' }).waitFor();
    await page.route('**/graphql**', (route) => route.abort());
    await notePrints(page);
    await page.getByRole('button', { name: '打印证明' }).click();
    await page.getByText('没有读完，请稍后再试。').waitFor();
    expect(await page.evaluate('window.printed')).toEqual([]);
    await page.close();
  });

  test('a file and a statement hold 2,000 links and say when there are more', async () => {
    const id = await largePartner(1, 2_003);
    const { page } = await under.open(`/portal?partner=${id}&tab=usage`, { role: 'admin' });
    await page.getByText('下载和打印只含最早的 2,000 项，共 2,003 项').waitFor();
    const rows = await csvFrom(page);
    expect(rows).toHaveLength(1 + 2_000 + 1);
    expect(rows.at(-1)).toContain('下载和打印只含最早的 2,000 项，共 2,003 项');
    await notePrints(page);
    await page.getByRole('button', { name: '打印证明' }).click();
    await eventually(() => page.evaluate('window.printed.length === 1'));
    expect(await page.evaluate('window.printed')).toEqual([2_000]);
    expect(await page.getByRole('button', { name: /显示更多/ }).count()).toBe(0);
    await page.close();
  });

  test('every idle resource says so, also beyond the hundredth', async () => {
    const id = await largePartner(130, 0);
    const { page } = await under.open(`/portal?partner=${id}`, { role: 'admin' });
    const first = () => page.locator('tbody tr').first().innerText();
    let before = '';
    for (let left = 130; left > 0; left -= 20) {
      await eventually(async () => (await first()) !== before);
      before = await first();
      const shown = Math.min(20, left);
      expect(await rowsOf(page)).toBe(shown);
      expect(await page.locator('.portal-badge.warn').count()).toBe(shown);
      if (left > 20) await page.getByRole('button', { name: '下一页' }).click();
    }
    await page.close();
  });

  test('a credit code is checked while it is typed, and the right check is named', async () => {
    const { page } = await under.open('/portal', { role: 'admin' });
    await page.getByRole('button', { name: '登记合作伙伴' }).click();
    const code = page.getByLabel('统一社会信用代码');
    await code.fill('12100000400000624X');
    await page.getByText('第18位校验码应为 D，您填的是 X').waitFor();
    await code.fill('12100000400000624D');
    await page.getByText('校验通过').waitFor();
    await page.close();
  });

  test.each([
    ['/portal', 'partner', '我的资源'],
    ['/portal?tab=links', 'organization', '待办对接'],
    ['/portal?tab=suggestions', 'organization', '推荐资源'],
    ['/portal?tab=profile', 'partner', '单位资料'],
    ['/portal/resources/new', 'partner', '登记资源'],
    ['/portal/imports', 'partner', '批量导入'],
  ] as const)(
    '%s fits a telephone of 375 pixels and has no serious violation',
    async (path, role, heading) => {
      const { page } = await under.open(path, { role, width: narrow });
      await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
      expect(await fits(page)).toBe(true);
      await expectAccessible(page);
      await page.close();
    },
  );
});

const expectFocus = async (page: Page, id: string) =>
  expect(await page.waitForFunction(`document.activeElement?.id === '${id}'`)).toBeTruthy();
