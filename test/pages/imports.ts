// A file of rows in the portal, from its upload until it is taken back.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithBrowser, expectAccessible, fits, pagesUnderTest } from '../kit/pages.js';

const bytes = (text: string) => ({ mimeType: 'text/csv', buffer: Buffer.from(text) });

describeWithBrowser('Imports in the portal', () => {
  const under = pagesUnderTest();
  const named = async (name: string) => {
    const { resources } = await under.hub.expectData<{ resources: { totalCount: number } }>(
      'query ($name: String) { resources(filter: { text: $name }) { totalCount } }',
      { name },
    );
    return resources.totalCount;
  };
  const choose = async (page: Page, label: string, option: string) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.locator('.ant-select-item-option:visible', { hasText: option }).first().click();
  };

  test('a file with problems is mapped, mended, written and taken back', async () => {
    const name = `导入资源 ${randomUUID()}`;
    const { page, mistakes } = await under.open('/portal/imports', { role: 'partner' });
    await page.getByText('不超过 10 MiB、50,000 行').waitFor();
    const file = `名称,类别,数量\n${name}甲,场地,3间\n${name}乙,飞船,2间\n${name}丙,培训,很多\n`;
    await page.getByLabel('选择文件，或拖到这里').setInputFiles({ name: '资源.csv', ...bytes(file) });

    await page.getByRole('heading', { name: '核对工作表与各列' }).waitFor();
    await page.getByRole('row', { name: /类别/ }).last().waitFor();
    await page.getByRole('button', { name: '开始校验' }).click();
    await page.getByText('新增 1 更新 0 跳过 0 拒绝 2').first().waitFor();
    const groups = page.getByRole('complementary', { name: '按改法分组' });
    await groups.getByRole('button', { name: /资源类别 · 1 处/ }).click();
    await page.getByRole('row', { name: /^3 / }).waitFor();
    expect(await page.getByRole('table', { name: '逐行的问题' }).getByRole('row').count()).toBe(2);
    await page.getByRole('button', { name: /^错误\s*飞船/ }).click();
    await page.getByRole('status').filter({ hasText: '不在可选范围内' }).waitFor();
    expect(page.url()).toContain('code=');
    await expectAccessible(page);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载被拒绝的行（XLSX）' }).click(),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');

    const mended = `名称,类别,数量,错误原因\n${name}乙,设备,2间,类别\n${name}丙,培训,40人次,数量\n`;
    await page.getByLabel('上传改好的文件').setInputFiles({ name: '改好.csv', ...bytes(mended) });
    await page.getByRole('heading', { name: '改好.csv' }).waitFor();
    await page.getByRole('button', { name: '开始校验' }).click();
    await page.getByText('新增 2 更新 0 跳过 0 拒绝 0').first().waitFor();
    expect(await named(name)).toBe(0);
    await page.getByRole('button', { name: '写入 2 行' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /写\s?入/ })
      .click();
    await page.getByRole('region', { name: '已写入' }).waitFor();
    await page.getByRole('button', { name: '撤销本次导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销本次导入' }).click();
    await page.getByText('已撤回 2 行').waitFor();
    expect(await named(name)).toBe(0);
    expect(mistakes).toEqual([]);
    await page.close();
  });

  test('what columns are and what all rows share is chosen, refused rows are left out, and it fits a telephone', async () => {
    const name = `导入伙伴 ${randomUUID()}`;
    const { page } = await under.open('/portal/imports', { role: 'admin', width: 375 });
    await page.getByText('合作伙伴', { exact: true }).last().click();
    const file = `全称,代码\n${name}甲,\n${name}乙,12100000400000624X\n`;
    await page.getByLabel('选择文件，或拖到这里').setInputFiles({ name: '高校.csv', ...bytes(file) });
    await page.getByText('还缺必填项').waitFor();
    await page.getByRole('button', { name: '开始校验' }).click();
    await page.getByText('“类型”必填：请选择对应的列').waitFor();
    expect(await fits(page)).toBe(true);
    await expectAccessible(page);
    await choose(page, '代码 对应的项', '统一社会信用代码');
    await choose(page, '类型', '高校');
    await page.getByRole('button', { name: '开始校验' }).click();
    await page.getByText('新增 1 更新 0 跳过 0 拒绝 1').first().waitFor();
    expect(await fits(page)).toBe(true);
    await page.getByRole('button', { name: '写入其余 1 行，不含被拒绝的 1 行' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /写\s?入/ })
      .click();
    await page.getByRole('region', { name: '已写入' }).waitFor();
    const { partners } = await under.hub.expectData<{ partners: { totalCount: number } }>(
      'query ($name: String) { partners(filter: { text: $name }) { totalCount } }',
      { name },
    );
    expect(partners.totalCount).toBe(1);
    await page.close();
  });

  test('a file that cannot be read says why, and one that is too large is not sent', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linkage-hub-large-'));
    const large = join(folder, 'large.csv');
    writeFileSync(large, '');
    truncateSync(large, 11 * 1024 * 1024);
    const { page, requests } = await under.open('/portal/imports?lang=en', { role: 'partner' });
    const box = page.getByLabel('Choose a file, or drop one here');
    await box.setInputFiles(large);
    await page.getByText('The file has 11.0 MiB').waitFor();
    expect(requests.some((url) => url.includes('/imports/resources'))).toBe(false);
    await box.setInputFiles({
      name: 'picture.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('%PDF-1.7 no table'),
    });
    await page.getByRole('heading', { name: 'Mend the file and upload it again' }).waitFor();
    await page.close();
    rmSync(folder, { recursive: true });
  });
});
