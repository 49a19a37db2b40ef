import { describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { fromBufferPromise } from 'yauzl';
import { escapeFormula, unescapeFormula } from '#subgraphs/imports/files/formula.js';
import { refusedRowsFile } from '#subgraphs/imports/files/refused-rows.js';
import { sampleMark, type TemplateField, templateFile } from '#subgraphs/imports/files/template.js';
import { type Cell, textOf } from '#subgraphs/imports/reading/cell.js';
import { readAll, textsOf } from './kit.js';

/** The text of a part of an archive. */
async function partOf(archive: Uint8Array, path: string): Promise<string> {
  const zip = await fromBufferPromise(Buffer.from(archive), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== path) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  }
  throw new Error(`There is no ${path}.`);
}

describe('a template', () => {
  const fields: TemplateField[] = [
    {
      name: 'name',
      title: '名称',
      required: true,
      help: '单位全称',
      sample: `${sampleMark}演示大学`,
      isText: false,
    },
    {
      name: 'uscc',
      title: '统一社会信用代码',
      required: false,
      help: '18 位',
      sample: '12360300MB0000000A',
      isText: true,
    },
    {
      name: 'kind',
      title: '类别',
      required: true,
      help: '选一个',
      sample: '高校',
      // Longer together than a drop-down may be written out.
      values: ['高校', '企业, 集团', ...Array.from({ length: 60 }, (_, index) => `其他类别 ${index}`)].map(
        (label) => ({ label }),
      ),
      isText: false,
    },
  ];

  test('has a heading with notes, a sample, drop-downs, text where codes go, and stays in view', async () => {
    const file = await templateFile(fields, 'partners');
    const { sheets } = await readXlsx(file, { readStyles: true });
    const [data, guide, options] = sheets;
    expect(sheets.map(({ name, hidden }) => [name, hidden ?? false])).toEqual([
      ['数据', false],
      ['填写说明', false],
      ['选项', true],
    ]);
    expect(data?.rows.slice(0, 2)).toEqual([
      ['名称*', '统一社会信用代码', '类别*'],
      [`${sampleMark}演示大学`, '12360300MB0000000A', '高校'],
    ]);
    expect(data?.freezePane).toEqual({ rows: 1 });
    expect(data?.cells?.get('0,0')?.comment?.text).toBe(`必填。单位全称\n例：${sampleMark}演示大学`);
    for (const row of [1, 2, 2_000]) expect(data?.cells?.get(`${row},1`)?.style?.numFmt).toBe('@');
    expect(data?.dataValidations).toEqual([
      expect.objectContaining({ type: 'list', range: 'C2:C2001', formula1: "'选项'!$A$2:$A$63" }),
    ]);
    expect(options?.rows.slice(0, 3)).toEqual([['类别'], ['高校'], ['企业, 集团']]);
    expect(
      guide?.rows.some((row) => row[0] === '统一社会信用代码' && row[1] === '选填' && row[2] === '18 位'),
    ).toBe(true);
    expect(guide?.rows.flat().join('\n')).toMatch(/2026-03-31[^]*10 MB、50000 行/);
    // As Excel needs it: within the sheet, a drop-down that warns, and the notes' drawing.
    const xml = await partOf(file, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<dataValidation type="list"[^>]*errorStyle="warning"/);
    expect(xml).toContain('<legacyDrawing');
    expect(await partOf(file, 'xl/comments1.xml')).toContain('18 位');
  });

  test('is read as any other file, its prepared rows as none', async () => {
    const { facts, sheets } = await readAll(await templateFile(fields, 'partners'));
    expect(facts.sheets.map(({ name, rows, hidden }) => [name, rows, hidden])).toEqual([
      ['数据', 2, false],
      ['填写说明', 12, false],
      ['选项', 63, true],
    ]);
    expect(sheets[0]?.[1]?.cells.some((cell) => textOf(cell).startsWith(sampleMark))).toBe(true);
  });

  test('has a sample that is known as one, also where no field brings the mark', async () => {
    const [field] = fields.slice(1, 2);
    expect((await textsOf(await templateFile(field === undefined ? [] : [field], 'resources')))[1]).toEqual([
      `${sampleMark}12360300MB0000000A`,
    ]);
  });
});

describe('refused rows', () => {
  const formulas = ["=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'];

  test('come back as they were, with why as the last column', async () => {
    const header: Cell[] = ['名称', '代码'];
    const cells: Cell[] = [
      '甲',
      '911100000000000000',
      ['number', '12.5'],
      ['merged', '江西'],
      ['date', '2026-03-31'],
      null,
      ['formula', ''],
    ];
    const file = await refusedRowsFile(header, [
      { number: 7, cells, reason: '第 2 列：校验码不对；第 3 列：缺单位' },
      { number: 9, cells: ['乙'], reason: '=x' },
    ]);
    const { facts, sheets } = await readAll(file);
    expect(facts.sheets).toMatchObject([{ name: '错误原因', rows: 3, columns: 8 }]);
    const blank = Array<string>(5).fill('');
    expect(sheets[0]?.map(({ cells: read }) => read.map(textOf))).toEqual([
      ['名称', '代码', ...blank, '错误原因'],
      [
        '甲',
        '911100000000000000',
        '12.5',
        '江西',
        '2026-03-31',
        '',
        '',
        '第 2 列：校验码不对；第 3 列：缺单位',
      ],
      ['乙', '', ...blank, '=x'],
    ]);
  });

  test('hold no formula, and every text is escaped; what is uploaded again is what it was', async () => {
    const file = await refusedRowsFile(
      [],
      formulas.map((text, index) => ({ number: index + 1, cells: [text], reason: 'x' })),
    );
    const { sheets } = await readXlsx(file);
    // A reader makes one line end of a carriage return.
    const read = sheets[0]?.rows.slice(1).map(([cell]) => String(cell).replace('\n', '\r'));
    expect(read).toEqual(formulas.map((text) => `'${text}`));
    expect([...(sheets[0]?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual(
      [],
    );
    expect((await textsOf(file)).slice(1).map(([text]) => text?.replace('\n', '\r'))).toEqual(formulas);
  });

  test('what begins like a formula, and nothing else, is escaped, and that is taken away again', () => {
    for (const text of formulas) expect(escapeFormula(text)).toBe(`'${text}`);
    for (const text of ['a=1', "'", '', ' =1', '萍乡', '1.21E+17']) expect(escapeFormula(text)).toBe(text);
    for (const text of [...formulas, 'a', "'x", "''=1", ''])
      expect(unescapeFormula(escapeFormula(text))).toBe(text);
  });
});
