import { describe, expect, test } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell } from '#subgraphs/imports/reading/cell.js';
import { isDateFormat } from '#subgraphs/imports/reading/xlsx/styles.js';
import { cellsOf, rawWorkbook, readAll, refusalOf } from './kit.js';

/** Cells of a sheet that is written by hand, one row of them. */
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const sheet = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`;
const firstRow = async (cells: string, more = {}) =>
  (await cellsOf(await rawWorkbook({ sheets: [sheet(row(1, cells))], ...more })))[0];

describe('cells', () => {
  test('of a workbook as another program writes it', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '名单',
          rows: [
            ['名称', '数量', '日期', '时刻', '占比', '公开'],
            [
              '萍乡 <&> "社"\n𠮷',
              1234.5,
              new Date(Date.UTC(2026, 2, 31)),
              new Date(Date.UTC(2026, 2, 31, 8, 30)),
              0.5,
              true,
            ],
          ],
          columns: [
            {},
            { numFmt: '#,##0.00' },
            { numFmt: 'yyyy"年"m"月"d"日"' },
            { numFmt: 'yyyy/m/d h:mm' },
            { numFmt: '0.00%' },
            {},
          ],
        },
        { name: '旧', rows: [['x']], hidden: true },
        { name: '更旧', rows: [['x']], veryHidden: true },
      ],
    });
    const { facts, sheets } = await readAll(bytes);
    expect(facts).toMatchObject({ format: 'XLSX', encoding: null, notes: [], personalCells: 0 });
    expect(facts.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['名单', false],
      ['旧', true],
      ['更旧', true],
    ]);
    expect(sheets[0]?.[1]?.cells).toEqual([
      '萍乡 <&> "社"\n𠮷',
      ['number', '1234.5'],
      ['date', '2026-03-31'],
      ['date', '2026-03-31T08:30:00'],
      ['number', '0.5'],
      ['boolean', 'true'],
    ]);
  });

  test.each<[string, string, Cell]>([
    [
      'a code that was typed as a number',
      '<c><v>1.2100000400000624E+17</v></c>',
      ['number', '121000004000006240'],
    ],
    ['a very small number', '<c><v>1.5E-7</v></c>', ['number', '0.00000015']],
    ['a number that ends in digits nobody typed', '<c><v>0.30000000000000004</v></c>', ['number', '0.3']],
    ['a number kept with 17 digits', '<c t="n"><v>1.1000000000000001</v></c>', ['number', '1.1']],
    ['a truth', '<c t="b"><v>0</v></c>', ['boolean', 'false']],
    ['an error', '<c t="e"><v>#N/A</v></c>', ['error', '#N/A']],
    ['a formula with its result', '<c t="str"><f>A1&amp;"x"</f><v>甲x</v></c>', ['formula', '甲x']],
    ['a formula that gives a number', '<c><f>1+1</f><v>2</v></c>', ['formula', '2']],
    ['a formula that was never computed', '<c><f>1+1</f></c>', ['formula', '']],
    ['a formula that failed', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', ['error', '#DIV/0!']],
    ['a text in place', '<c t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>', ' 甲 '],
    [
      'a rich text in place',
      '<c t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></is></c>',
      '甲乙',
    ],
    ['a day of ISO 8601', '<c t="d"><v>2026-03-31T00:00:00</v></c>', ['date', '2026-03-31']],
    ['a text of an export', '<c t="inlineStr"><is><t>\'=1+1</t></is></c>', '=1+1'],
  ])('%s', async (_name, cell, read) => {
    expect(await firstRow(`<c t="inlineStr"><is><t>x</t></is></c>${cell}`)).toEqual(['x', read]);
  });

  test('a shared text is flattened, without its reading aids', async () => {
    const strings =
      '<si><t>萍_x000D_乡</t></si><si><r><t>上</t></r><r><rPr><b/></rPr><t>栗</t></r><rPh sb="0" eb="1"><t>shang</t></rPh></si>';
    expect(await firstRow('<c t="s"><v>1</v></c><c t="s"><v>0</v></c>', { strings })).toEqual([
      '上栗',
      '萍\r乡',
    ]);
    expect(
      (await refusalOf(await rawWorkbook({ sheets: [sheet(row(1, '<c t="s"><v>7</v></c>'))], strings })))
        .code,
    ).toBe('WORKBOOK_BROKEN');
  });

  test('elements may have a prefix, and cells no place', async () => {
    const prefixed =
      '<x:sheetData xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:row><x:c><x:v>1</x:v></x:c><x:c r="D1"><x:v>2</x:v></x:c></x:row></x:sheetData>';
    expect(await cellsOf(await rawWorkbook({ sheets: [prefixed] }))).toEqual([
      [['number', '1'], null, null, ['number', '2']],
    ]);
  });
});

describe('dates', () => {
  const styles =
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="&quot;day&quot; 0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs>';
  const cells = '<c s="1"><v>46112</v></c><c s="2"><v>46112.354166666664</v></c><c s="3"><v>46112</v></c>';

  test('a number is a date by its format, and counted from 1900 or 1904', async () => {
    expect(await firstRow(cells, { styles })).toEqual([
      ['date', '2026-03-31'],
      ['date', '2026-03-31T08:30:00'],
      ['number', '46112'],
    ]);
    const from1904 = await firstRow('<c s="1"><v>44650</v></c>', { styles, properties: 'date1904="1"' });
    expect(from1904).toEqual([['date', '2026-03-31']]);
    expect(await firstRow('<c s="1"><v>59</v></c><c s="1"><v>61</v></c>', { styles })).toEqual([
      ['date', '1900-02-28'],
      ['date', '1900-03-01'],
    ]);
  });

  test('a time of day is a text, a time that has elapsed and what is no day numbers', async () => {
    const times =
      '<c s="4"><v>0.35416666666666669</v></c><c s="5"><v>1.5</v></c><c s="1"><v>-1</v></c><c s="1"><v>9E+15</v></c>';
    expect(await firstRow(times, { styles })).toEqual([
      '08:30:00',
      ['number', '1.5'],
      ['number', '-1'],
      ['number', '9000000000000000'],
    ]);
  });

  test.each([
    ['yyyy-mm-dd', true],
    ['[Red]m/d', true],
    ['h:mm AM/PM', true],
    ['[$-804]aaaa d', true],
    ['General', false],
    ['0.00E+00', false],
    ['#,##0.00 "yuan/day"', false],
    ['0.00\\d', false],
    ['_-* #,##0_-', false],
    ['[h]:mm', false],
    ['@', false],
  ])('the format %s shows a date: %p', (format, isDate) => {
    expect(isDateFormat(format)).toBe(isDate);
  });
});

describe('merged cells', () => {
  const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;

  test('across rows carry the text of the first downwards, across columns nothing', async () => {
    const bytes = await rawWorkbook({
      sheets: [
        sheet(
          row(1, text('A1', '名单')),
          row(2, text('A2', '省') + text('B2', '市')),
          row(3, text('A3', '江西') + text('B3', '萍乡')),
          row(4, text('B4', '南昌')),
          row(5, '<c r="A5"/>'),
          row(6, text('B6', '长沙')),
        ) +
          '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A3:A5"/><mergeCell ref="B6:B1048576"/></mergeCells>',
      ],
    });
    const { facts, sheets } = await readAll(bytes);
    expect(facts.sheets[0]).toMatchObject({ rows: 5, columns: 2, mergedCells: 3 });
    expect(sheets[0]).toEqual([
      { number: 1, cells: ['名单'] },
      { number: 2, cells: ['省', '市'] },
      { number: 3, cells: ['江西', '萍乡'] },
      { number: 4, cells: [['merged', '江西'], '南昌'] },
      { number: 6, cells: [null, '长沙'] },
    ]);
  });

  test('are found wherever the pieces of a sheet are cut', async () => {
    const areas = Array.from(
      { length: 3_000 },
      (_, index) => `<mergeCell ref="A${2 * index + 1}:A${2 * index + 2}"/>`,
    );
    const bytes = await rawWorkbook({
      sheets: [`${sheet(row(1, text('A1', 'x')))}<mergeCells>${areas.join('')}</mergeCells>`],
    });
    expect((await readAll(bytes)).facts.sheets[0]?.mergedCells).toBe(3_000);
    expect((await refusalOf(bytes, { mergedAreas: 2_999 })).code).toBe('FILE_TOO_COMPLEX');
  });
});

describe('what formatting alone makes of a sheet', () => {
  test('a sheet that claims all rows and columns is as large as what it holds', async () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, index) => `<row r="${index + 2}" s="1" customFormat="1"/>`,
    );
    const bytes = await rawWorkbook({
      sheets: [
        `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" style="1"/></cols>${sheet(row(1, '<c r="A1"><v>1</v></c><c r="XFD1" s="1"/>'), rows.join(''), '<row r="1048576"><c r="T1048576" s="1"/></row>')}`,
      ],
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="49"/></cellXfs>',
    });
    expect((await readAll(bytes)).facts.sheets).toEqual([
      { position: 0, name: 'Sheet1', rows: 1, columns: 1, hidden: false, mergedCells: 0 },
    ]);
  });

  test('a cell too far to the right is refused by its place', async () => {
    const bytes = await rawWorkbook({ sheets: [sheet(row(7, '<c r="SG7"><v>1</v></c>'))] });
    expect((await refusalOf(bytes)).message).toMatch(/^Row 7 .*column SG \(number 501\)/);
  });
});

test('a workbook that refers to others is read, and told so; nothing is fetched', async () => {
  const relations =
    '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>';
  const { facts } = await readAll(
    await rawWorkbook({ sheets: [sheet(row(1, '<c><v>1</v></c>'))], relations }),
  );
  expect(facts.notes.map(({ code }) => code)).toEqual(['EXTERNAL_LINKS_IGNORED']);
});

test.each([
  ['cut off', '<sheetData><row r="1"><c><v>1</v>'],
  ['with a row twice', sheet(row(1, ''), row(1, ''))],
  ['with a place that is none', sheet(row(1, '<c r="A0"><v>1</v></c>'))],
  ['with a column that is none', sheet(row(1, '<c r="XFE1"><v>1</v></c>'))],
  ['with a number that is none', sheet(row(1, '<c><v>one</v></c>'))],
])('a sheet %s is refused', async (_name, content) => {
  expect((await refusalOf(await rawWorkbook({ sheets: [content] }))).code).toBe('WORKBOOK_BROKEN');
});
