// Files that go out: a template that can be filled and sent back, and the rows that were refused.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { importNouns } from '#shared/imports/protocol.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { Importer } from '../kit/importer.js';

let hub: TestHub;
let admin: Importer;
beforeAll(async () => {
  hub = await startHub({ topology: 'embedded', engine: 'hive' });
  admin = new Importer(hub, 'admin');
});
afterAll(() => hub?.stop());

const workbook = async (rows: (string | number | null)[][]) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: '数据', rows }] }));
const rowsOf = async (file: Buffer, sheet = 0) => (await readXlsx(file)).sheets[sheet]?.rows ?? [];

test.each(importNouns)(
  'the template of %s is for everybody, says how to fill it, and is recognised as it is',
  async (noun) => {
    const answer = await new Importer(hub, null).get(`/imports/templates/${noun}.xlsx`);
    expect([answer.status, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      expect.stringContaining(`${noun}-template.xlsx`),
    ]);
    const { sheets } = await readXlsx(answer.body);
    expect(sheets.map(({ name }) => name).slice(0, 2)).toEqual(['数据', '填写说明']);
    const job = await admin.upload(noun, 'template.xlsx', answer.body);
    const [sheet] = job.sheets;
    const { importFields } = await hub.expectData<{ importFields: { name: string; title: string }[] }>(
      `{ importFields(noun: ${noun.toUpperCase()}) { name title } }`,
    );
    expect(sheet?.columns.map(({ field, confidence }) => [field, confidence])).toEqual(
      importFields.map(({ name }) => [name, 'HIGH']),
    );
    // Its sample row is no row.
    expect(await admin.check(job.id, { sheet: 0 })).toMatchObject({
      progress: { rowsValid: 0, rowsInvalid: 0 },
      problems: { totalCount: 0 },
    });
  },
);

test('there is no template of what is not imported', async () => {
  expect((await admin.get('/imports/templates/projects.xlsx')).status).toBe(400);
  expect((await admin.get('/imports/templates/partners.csv')).status).toBe(404);
});

test('refused rows come back with their reasons, harmless to open, and once mended can be sent again', async () => {
  const name = `退回${randomUUID()}`;
  const file = await workbook([
    ['名称', '统一社会信用代码', '类别', '备注'],
    [`${name}甲`, null, '高校', '好'],
    [`${name}乙`, '12100000400000624X', '高校', '=cmd|"/c calc"!A1'],
    [`${name}丙`, 121000004000006240, '高校', '电话13812345678'],
  ]);
  const { id, personalCells } = await admin.upload('partners', '名单.xlsx', file);
  expect(personalCells).toBe(1);
  const checked = await admin.check(id);
  expect(checked.problems.nodes).toMatchObject([
    { row: 3, column: 1, code: 'USCC_BAD_CHECK', value: '12100000400000624X' },
    { row: 4, column: 1, code: 'USCC_PRECISION_LOST' },
  ]);
  expect(checked.hasRefusedRowsFile).toBe(true);
  const answer = await admin.get(`/imports/jobs/${id}/refused.xlsx`);
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  const rows = await rowsOf(answer.body);
  expect(rows).toEqual([
    ['名称', '统一社会信用代码', '类别', '备注', '错误原因'],
    [`${name}乙`, '12100000400000624X', '高校', `'=cmd|"/c calc"!A1`, expect.stringContaining('校验位')],
    [
      `${name}丙`,
      '121000004000006240',
      '高校',
      expect.not.stringContaining('13812345678'),
      expect.stringContaining('文本'),
    ],
  ]);
  const mended = await workbook(
    rows.map((row, index) =>
      row.map((cell, column) => (column === 1 && index > 0 ? null : (cell as string))),
    ),
  );
  const again = await admin.upload('partners', '改好.xlsx', mended);
  expect(await admin.check(again.id)).toMatchObject({ progress: { rowsValid: 2, rowsInvalid: 0 } });
});

test('the refused rows of a job are for those who see the job', async () => {
  const { id } = await admin.upload('partners', 'a.csv', '名称,类别\n甲,没有这类\n');
  await admin.check(id);
  expect((await admin.get(`/imports/jobs/${id}/refused.xlsx`)).status).toBe(200);
  expect((await new Importer(hub, 'finance').get(`/imports/jobs/${id}/refused.xlsx`)).status).toBe(404);
  expect((await new Importer(hub, null).get(`/imports/jobs/${id}/refused.xlsx`)).status).toBe(401);
  expect((await admin.get('/imports/jobs/none/refused.xlsx')).status).toBe(400);
});
