// The analyst's explorer: the way of the golden network, and the same scene by mouse, by keys, as tables and from its address.
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { writeGoldenNetwork } from '../kit/golden-network.js';
import { describeWithBrowser, expectAccessible, fits, foreign, pagesUnderTest } from '../kit/pages.js';

const list = (...ids: string[]) => encodeURIComponent(JSON.stringify(ids));

/** Names of the nodes in the table twin. */
const twin = async (page: Page): Promise<string[]> => {
  const table = page.getByRole('region', { name: '与图相同的表格' }).last();
  await table.getByRole('row').nth(1).waitFor();
  return table.locator('tbody tr td:first-child').allInnerTexts();
};

const spoken = (page: Page) => page.locator('.explore-voice');

/** How many pixels of a picture have a colour. */
async function pixels(page: Page, [red, green, blue]: readonly [number, number, number]): Promise<number> {
  const picture = await page.locator('.explore-stage').screenshot();
  const count = async ([bytes, r, g, b]: [number[], number, number, number]) => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let found = 0;
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === r && data[at + 1] === g && data[at + 2] === b) found += 1;
    return found;
  };
  return page.evaluate(`(${String(count)})(${JSON.stringify([[...picture], red, green, blue])})`);
}

describeWithBrowser('The explorer', () => {
  const under = pagesUnderTest();
  let ids: Awaited<ReturnType<typeof writeGoldenNetwork>>;
  beforeAll(async () => {
    ids = await writeGoldenNetwork(under.hub);
  });

  const find = async (page: Page, name: string) => {
    await page.getByRole('combobox', { name: /搜索/ }).fill(name);
    await page
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .click();
    await page.getByRole('heading', { name, exact: true }).waitFor();
  };

  test('an analyst finds the way of the golden network, and its address shows it to another', async () => {
    const { page, mistakes, requests } = await under.open('/explore', { role: 'analyst' });
    await page.getByRole('heading', { name: '从哪里开始' }).waitFor();
    await find(page, '江西师大');
    expect(await twin(page)).toEqual(expect.arrayContaining(['江西师大', '孵化基地']));
    await page.getByRole('button', { name: '作为起点 A' }).click();
    await find(page, '乡村发展基金会');
    await page.getByRole('button', { name: '作为终点 B' }).click();
    const path = page.getByRole('region', { name: '路径' });
    await path.getByText('最短路径 4 步，共 1 条').waitFor();
    const steps = ['江西师大', '孵化基地', '杜鹃花小屋志愿团', '大爱无疆', '乡村发展基金会'];
    expect(await path.locator('ol button').allInnerTexts()).toEqual(steps);
    expect(await twin(page)).toEqual(expect.arrayContaining(steps));
    // The university's blue: the picture is drawn, not only its frame.
    expect(await pixels(page, [0x00, 0x72, 0xb2])).toBeGreaterThan(50);
    await expectAccessible(page);

    const other = await under.open(page.url().replace(under.hub.url, ''), { role: 'analyst' });
    await other.page.getByRole('region', { name: '路径' }).getByText('最短路径 4 步').waitFor();
    expect(await twin(other.page)).toEqual(await twin(page));
    await other.page.close();

    // What nothing connects says how much hangs together with each end.
    await find(page, '江西师范大学');
    await page.getByRole('button', { name: '作为起点 A' }).click();
    await path.getByText(/两者之间没有路径。.+终点所在的部分：5 个机构、6 个合作伙伴、0 个项目。/).waitFor();
    expect(foreign(requests, under.hub.url).filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect([...mistakes, ...other.mistakes]).toEqual([]);
    await page.close();
  });

  test('keys do what the mouse does: walk, speak, expand, hide, take back', async () => {
    const { page, mistakes } = await under.open(`/explore?seed=${list(ids.孵化基地)}`, { role: 'analyst' });
    expect((await twin(page)).sort()).toEqual(
      ['安源社工中心', '杜鹃花小屋志愿团', '江西师大', '井冈山大学校友会', '孵化基地'].sort(),
    );
    const keys = page.getByRole('application', { name: /关系图/ });
    await keys.focus();
    await page.keyboard.press('ArrowRight');
    await spoken(page).getByText('孵化基地，机构，4 条关系').waitFor();
    const around = new Set<string>();
    for (let press = 0; press < 4; press += 1) {
      const before = await spoken(page).innerText();
      await page.keyboard.press(']');
      await spoken(page).filter({ hasNotText: before }).waitFor();
      around.add(await spoken(page).innerText());
    }
    expect([...around].sort()).toEqual(
      [
        '安源社工中心，慈善组织，2 条关系',
        '杜鹃花小屋志愿团，慈善组织，3 条关系',
        '江西师大，高校，1 条关系',
        '井冈山大学校友会，慈善组织，1 条关系',
      ].sort(),
    );
    while (!(await spoken(page).innerText()).startsWith('杜鹃花')) await page.keyboard.press(']');
    await page.getByRole('button', { name: '展开（+ 还有 2 个邻居）' }).waitFor();
    await page.keyboard.press('e');
    await page.getByRole('button', { name: '节点 7' }).waitFor();
    expect(await twin(page)).toContain('大爱无疆');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('杜鹃花小屋志愿团');
    await keys.focus();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: '节点 6' }).waitFor();
    expect(await twin(page)).not.toContain('杜鹃花小屋志愿团');
    await page.keyboard.press('u');
    await page.getByRole('button', { name: '节点 7' }).waitFor();
    await page.keyboard.press('u');
    await page.getByRole('button', { name: '节点 5' }).waitFor();
    expect(await twin(page)).not.toContain('大爱无疆');
    expect(mistakes).toEqual([]);
    await page.close();
  });

  test('two days are compared in words and signs, and what is drawn is a file', async () => {
    const { page, mistakes } = await under.open('/explore?q=all&asOf=2024-06-01&since=2023-12-31', {
      role: 'analyst',
    });
    await page.getByText('新增 11 条（绿，+），结束 0 条（红，−）').waitFor();
    await page.getByRole('button', { name: '关系 11' }).click();
    expect(await page.getByText('+ 新增').count()).toBe(11);
    await page.getByText('导出').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '画面节点（CSV）' }).click(),
    ]);
    const text = await readFile(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFF编号,名称,')).toBe(true);
    expect(text).toContain('杜鹃花小屋志愿团,慈善组织');
    const [whole] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '全网 GEXF' }).click(),
    ]);
    expect(await readFile(await whole.path(), 'utf8')).toContain('江西师范大学');
    expect(mistakes).toEqual([]);
    await page.close();
  });

  test('a telephone shows the same, one under the other', async () => {
    const { page, mistakes } = await under.open('/explore?q=brokers&lang=en&theme=dark', {
      role: 'analyst',
      width: 375,
    });
    await page.getByRole('heading', { name: /Brokers/ }).waitFor();
    await page.getByRole('application').waitFor();
    expect(await fits(page)).toBe(true);
    await expectAccessible(page);
    expect(mistakes).toEqual([]);
    await page.close();
  });

  test('a measure that takes long says how far it is, and who cannot draw reads the tables', async () => {
    const { page } = await under.open('/sign-in', { role: 'analyst' });
    await page.addInitScript(`HTMLCanvasElement.prototype.getContext = () => null`);
    let isMeasured = false;
    await page.route(/\/graphql\?/, async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      const goesOn = { code: 'UNAVAILABLE', progress: 0.42 };
      const errors = [{ message: 'It is being measured.', path: ['linkNetwork'], extensions: goesOn }];
      return !isMeasured && text.includes('"linkNetwork":')
        ? route.fulfill({ json: { data: { linkNetwork: null }, errors } })
        : route.fulfill({ response: answer, body: text });
    });
    await page.goto(`${under.hub.url}/explore?q=all`);
    await page.getByText('正在计算全网指标').waitFor();
    await page.getByRole('button', { name: '不再等待' }).click();
    // Not before: what was asked before the stop may still be answered, and then nobody has to wait.
    await page.getByRole('button', { name: '继续等待' }).click();
    isMeasured = true;
    await page.getByText('此浏览器不支持 WebGL').waitFor();
    expect(await twin(page)).toContain('杜鹃花小屋志愿团');
    await page.close();
  });

  test('who is no analyst is told whom it is for, and asks the hub nothing', async () => {
    const { page, requests } = await under.open('/explore', { role: 'partner' });
    await page.getByText('关系探索供分析员和管理员使用').waitFor();
    expect(requests.filter((url) => url.includes('/graphql'))).toEqual([]);
    await page.close();
  });
});
