// The page of the incubations: who stands where, what is late, and the next step.
import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { chineseOf } from '../kit/chinese.js';
import { describeWithBrowser, expectAccessible, fits, pagesUnderTest } from '../kit/pages.js';

interface Incubation {
  id: string;
  stage: string;
  organization: { name: string };
  base: { name: string };
}

const openStages = {
  APPLIED: '申请',
  SCREENING: '初审',
  REVIEWING: '评审',
  PUBLICIZED: '公示',
  ADMITTED: '入壳',
  INCUBATING: '孵化中',
  MIDTERM_REVIEW: '中期评估',
  RECTIFYING: '整改',
  FINAL_REVIEW: '终期评估',
  EXTENDED: '延期',
};

const lane = (page: Page, stage: string) => page.getByRole('region', { name: stage, exact: true });
const namesIn = (page: Page, stage: string) => lane(page, stage).locator('a strong').allTextContents();

describeWithBrowser('The page of the incubations', () => {
  const under = pagesUnderTest();
  let incubations: Incubation[];
  beforeAll(async () => {
    const query = `{ incubations(first: 100, area: "360300") { nodes { id stage organization { name } base { name } } } }`;
    const data = await under.hub.expectData<{ incubations: { nodes: Incubation[] } }>(query);
    incubations = data.incubations.nodes;
  });

  test('shows each in the lane of its stage, the funnel as a table too, and only what is late when asked', async () => {
    const { page, mistakes } = await under.open('/incubation');
    await lane(page, '延期').locator('a').first().waitFor();
    for (const [stage, label] of Object.entries(openStages)) {
      const expected = incubations
        .filter((each) => each.stage === stage)
        .map((each) => each.organization.name);
      expect({ label, names: (await namesIn(page, label)).sort() }).toEqual({
        label,
        names: expected.sort(),
      });
      expect(await lane(page, label).getByText(`${expected.length} 家`).count()).toBe(1);
    }
    await page.getByRole('button', { name: '表', exact: true }).click();
    const twin = page.getByRole('region', { name: '萍乡市，全部时间申请的机构曾到达各阶段的数量' });
    const applied = twin.getByRole('row').nth(1).getByRole('cell');
    expect(await applied.allTextContents()).toEqual(['申请', '40', '—', '3', '30 天']);

    await page.getByLabel('只看逾期').check();
    await lane(page, '申请').getByText('这一阶段没有逾期的机构。').waitFor();
    expect(page.url()).toContain('overdue=true');
    const late = await lane(page, '初审').getByText('⚠ 逾期：初审期限').count();
    expect(late).toBe(incubations.filter(({ stage }) => stage === 'SCREENING').length);

    // A stranger is told who may see notes and take steps.
    await lane(page, '初审').getByRole('link').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('登录后可以看到每一步的备注。').waitFor();
    await drawer.getByText('由所在孵化基地或管理员推进').waitFor();
    expect(await drawer.getByRole('listitem').count()).toBe(2);
    expect(await drawer.getByRole('button', { name: '推进' }).count()).toBe(0);
    expect(mistakes).toEqual([]);
    await page.close();
  });

  test('a move offers what is allowed only, is refused to who lost the race, and is seen at once', async () => {
    const { id, organization } = incubations.find(({ stage }) => stage === 'SCREENING') as Incubation;
    const lanes = encodeURIComponent('["SCREENING","PUBLICIZED"]');
    const { page } = await under.open(`/incubation?stage=${lanes}`, { role: 'admin' });
    const dialog = page.getByRole('dialog', { name: `推进：${organization.name}` });
    const targets = async () => {
      await page.getByRole('button', { name: '推进' }).click();
      await dialog.getByRole('radio').first().waitFor();
      return dialog.getByRole('radiogroup').locator('label').allTextContents();
    };
    await lane(page, '初审').getByRole('link', { name: organization.name }).click();
    expect(await targets()).toEqual(['评审', '未通过', '已撤回']);
    expect(page.url()).toContain(`open=${id}`);
    await expectAccessible(page);

    // Meanwhile a colleague takes the step.
    const move = `mutation ($input: MoveIncubationInput!) { moveIncubation(input: $input) { __typename } }`;
    await under.hub.as('admin').expectData(move, {
      input: { incubationId: id, to: 'REVIEWING', version: 1, note: '材料齐全' },
    });
    await dialog.getByLabel('未通过').check();
    await dialog.getByRole('button', { name: '确定推进' }).click();
    await dialog.getByText('没有推进：就在刚才有人改动了这条记录。').waitFor();
    await dialog.getByRole('button', { name: '查看最新' }).click();
    await page.getByRole('listitem').getByText('材料齐全').waitFor();

    expect(await targets()).toEqual(['公示', '未通过', '已撤回']);
    await dialog.getByLabel('公示').check();
    await dialog.getByRole('button', { name: '确定推进' }).click();
    await page.getByRole('status').getByText('已推进到“公示”。').waitFor();
    await page.getByRole('button', { name: '关闭' }).click();
    await lane(page, '公示').getByRole('link', { name: organization.name }).waitFor();
    expect(await namesIn(page, '初审')).not.toContain(organization.name);
    await page.close();
  });

  test('what is missing for a step is said beside it, and nothing is written', async () => {
    const { id } = incubations.find(({ stage }) => stage === 'FINAL_REVIEW') as Incubation;
    const { page } = await under.open(`/incubation?open=${id}`, { role: 'admin' });
    await page.getByRole('button', { name: '推进' }).click();
    await page.getByLabel('出壳').check();
    await page.getByLabel('终期评分').fill('120');
    await page.getByRole('button', { name: '确定推进' }).click();
    await page.getByText('没有推进，请先解决下面的问题：').waitFor();
    expect(await page.getByText('请填 0 到 100，最多两位小数。').count()).toBe(2);
    await page.close();
  });

  test('fits a telephone, one lane at a time, in English without a word of Chinese that is no data', async () => {
    const { page } = await under.open('/incubation?lang=en&theme=dark&lane=ADMITTED', { width: 375 });
    await lane(page, 'Admitted').locator('a').first().waitFor();
    expect(await lane(page, 'Screening').count()).toBe(0);
    expect(await fits(page)).toBe(true);
    const data = incubations.flatMap(({ organization, base }) => [organization.name, base.name]);
    expect(await chineseOf(page, data)).toEqual([]);
    await expectAccessible(page);
    await page.close();
  });
});
