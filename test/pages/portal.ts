// The partner portal: what a partner offers, who uses it, and how it answers.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
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
