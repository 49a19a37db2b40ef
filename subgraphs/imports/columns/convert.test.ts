import { describe, expect, test } from '@jest/globals';
import type { ImportNoun } from '#shared/imports/protocol.js';
import type { Cell } from '../reading/cell.js';
import { cleanText } from './cell-text.js';
import { fields } from './fields.js';
import { convertLines, type ConversionSpec, type ConvertedLine } from './convert.js';

interface Example {
  noun: ImportNoun;
  /** Cell of each field, in the order of the columns. */
  cells: Record<string, Cell>;
  header?: Record<string, string>;
  constants?: ConversionSpec['constants'];
  areas?: ConversionSpec['areas'];
}

/** Converts one line whose columns fill the named fields. */
function convert({ noun, cells, header = {}, constants = [], areas = [] }: Example): ConvertedLine {
  const names = Object.keys(cells);
  const spec: ConversionSpec = {
    noun,
    mapping: names.map((field, column) => ({ column, field })),
    constants,
    header: names.map((field) => header[field] ?? field),
    areas,
    today: '2026-11-26',
  };
  const lines = [{ number: 2, cells: Object.values(cells) }];
  // As it travels to a worker thread and back.
  const [converted] = structuredClone(convertLines(structuredClone(spec), structuredClone(lines)));
  if (!converted) throw new Error('No line came back.');
  return converted;
}

const codesOf = ({ problems }: ConvertedLine, severity?: string) =>
  problems
    .filter((problem) => severity === undefined || problem.severity === severity)
    .map(({ code }) => code);

const partner = (cells: Record<string, Cell>) =>
  convert({
    noun: 'partners',
    cells: { name: '萍乡学院', ...cells },
    constants: [{ field: 'kind', value: '高校' }],
  });
const resource = (cells: Record<string, Cell>, header: Record<string, string> = {}) =>
  convert({
    noun: 'resources',
    cells: { partnerId: '萍乡学院', title: '培训', category: '培训', ...cells },
    header,
  });
const donation = (cells: Record<string, Cell>, header: Record<string, string> = {}) =>
  convert({
    noun: 'donations',
    cells: { organizationId: '演示中心', receivedOn: '2026-03-31', donorName: '演示企业', ...cells },
    header,
  });

describe('a line', () => {
  test('becomes the input of the register mutation, with references beside it', () => {
    const line = resource({
      capacity: '3箱',
      publish: '是',
      availableFrom: '2026年3月1日',
      areaCodes: '安源区、湘东区',
    });
    expect(line).toMatchObject({
      number: 2,
      input: {
        title: '培训',
        category: 'TRAINING',
        capacity: '3',
        unit: '箱',
        publish: true,
        availableFrom: '2026-03-01',
        areaCodes: ['360302', '360313'],
      },
      references: [{ field: 'partnerId', noun: 'partners', text: '萍乡学院' }],
      isBlank: false,
      isSample: false,
      problems: [],
    });
    expect(line.input).not.toHaveProperty('partnerId');
  });

  test('without anything in its mapped columns is blank', () => {
    const line = convert({ noun: 'partners', cells: { name: ' \t', uscc: null } });
    expect(line).toMatchObject({ isBlank: true, input: {}, duplicateKey: null, problems: [] });
  });

  test.each<[string, Record<string, Cell>, string]>([
    [
      'a heading over its whole width',
      { name: '北京市（92所）', kind: ['merged', '北京市（92所）'], uscc: ['merged', '北京市（92所）'] },
      'GROUP_ROW',
    ],
    ['a total', { name: '合 计', kind: null, uscc: null }, 'TOTAL_ROW'],
  ])('that is %s is no row, and that is said', (_, cells, code) => {
    const line = convert({ noun: 'partners', cells });
    expect(line).toMatchObject({
      isBlank: true,
      input: {},
      problems: [{ severity: 'WARNING', code, column: null }],
    });
  });

  test('with the template’s sample is told from others', () => {
    const sample = { name: '（示例）萍乡演示职业学院', kind: '高校' };
    expect(convert({ noun: 'partners', cells: sample }).isSample).toBe(true);
    expect(convert({ noun: 'partners', cells: { ...sample, name: '萍乡学院' } }).isSample).toBe(false);
    expect(convert({ noun: 'partners', cells: { ...sample, kind: '企业' } }).isSample).toBe(false);
  });

  test('names what is missing', () => {
    const line = convert({ noun: 'resources', cells: { title: '口罩', capacity: null, unit: '只' } });
    expect(line.problems.map(({ field, code }) => [field, code])).toEqual([
      ['partnerId', 'FIELD_MISSING'],
      ['category', 'FIELD_MISSING'],
      ['capacity', 'QUANTITY_MISSING'],
    ]);
  });

  test('takes a constant where its own cell is empty', () => {
    const constants = [{ field: 'kind', value: '企业' }];
    expect(convert({ noun: 'partners', cells: { name: '甲', kind: null }, constants }).input).toMatchObject({
      kind: 'ENTERPRISE',
    });
    expect(convert({ noun: 'partners', cells: { name: '甲', kind: '高校' }, constants }).input).toMatchObject(
      { kind: 'UNIVERSITY' },
    );
  });

  test('with a constant that cannot be read is refused', () => {
    const line = convert({
      noun: 'partners',
      cells: { name: '甲' },
      constants: [{ field: 'kind', value: '火星' }],
    });
    expect(line.problems).toMatchObject([
      { column: null, field: 'kind', code: 'ENUM_UNKNOWN', value: '火星' },
    ]);
  });
});

describe('a cell', () => {
  test.each<[string, Cell, string[], string | null]>([
    ['a personal number is refused', ['personal', ''], ['PERSONAL_NUMBER'], null],
    ['an error is refused', ['error', '#N/A'], ['CELL_ERROR'], null],
    ['a formula’s result is taken and told', ['formula', '萍乡学院'], ['FORMULA_RESULT'], '萍乡学院'],
    ['within merged ones has the text of the first', ['merged', '萍乡学院'], [], '萍乡学院'],
    ['a trailing tab is taken off and told', '萍乡学院\t', ['TEXT_CLEANED'], '萍乡学院'],
    [
      'a line break that wraps Chinese text is taken out and told',
      '萍乡\n学院',
      ['TEXT_CLEANED'],
      '萍乡学院',
    ],
    ['a line break between words becomes a blank', 'Ping\r\nXiang', ['TEXT_CLEANED'], 'Ping Xiang'],
    ['a text that begins with = stays a text', '=1+1', [], '=1+1'],
    ['full-width brackets of a name stay', '学院（分校）', [], '学院（分校）'],
  ])('with %s', (_, cell, codes, name) => {
    const line = convert({
      noun: 'partners',
      cells: { name: cell, kind: '高校', uscc: '91110000600037341L' },
    });
    expect(codesOf(line)).toEqual(codes);
    expect(line.input['name'] ?? null).toBe(name);
  });

  test('with a personal number shows nothing of it, in a free text too', () => {
    const line = resource({ capacity: '1', unit: '次', description: ['personal', '13800000000'] });
    expect(line.problems).toMatchObject([
      { field: 'description', code: 'PERSONAL_NUMBER', severity: 'ERROR', value: null },
    ]);
    expect(JSON.stringify(line)).not.toContain('13800000000');
  });

  test('of several lines keeps them where the field may have them', () => {
    const line = resource({ capacity: '1', unit: '次', description: '第一行\r\n第二行' });
    expect(line.input).toMatchObject({ description: '第一行\n第二行' });
    expect(line.problems).toEqual([]);
  });

  test.each([
    ['高校', 'UNIVERSITY'],
    ['普通本科', 'UNIVERSITY'],
    ['company', 'ENTERPRISE'],
    ['ENTERPRISE', 'ENTERPRISE'],
    [' 政府 部门', 'GOVERNMENT_BODY'],
  ])('with the word %s is the value %s', (word, kind) => {
    expect(convert({ noun: 'partners', cells: { name: '甲', kind: word } }).input).toMatchObject({ kind });
  });

  test('with a word near another suggests that one, and never takes it', () => {
    const line = convert({ noun: 'partners', cells: { name: '甲', kind: '基金汇' } });
    expect(line.input).not.toHaveProperty('kind');
    expect(line.problems).toMatchObject([{ code: 'ENUM_UNKNOWN', value: '基金汇', suggestion: '基金会' }]);
  });

  test.each<[Cell, boolean]>([
    ['是', true],
    ['√', true],
    ['YES', true],
    [['boolean', 'true'], true],
    ['否', false],
    ['×', false],
    ['草稿', false],
  ])('with %j is %p for a yes or no', (cell, publish) => {
    expect(resource({ capacity: '1', unit: '次', publish: cell }).input).toMatchObject({ publish });
  });
});

describe('a credit code', () => {
  test('is taken in full-width letters and with blanks', () => {
    const line = partner({ uscc: ' ９１１１００００ 600037341l ' });
    expect(line.input).toMatchObject({ uscc: '91110000600037341L' });
    expect(line.problems).toEqual([]);
  });

  test('with the letter O is refused with the code that would pass (R-USCC-02)', () => {
    const line = partner({ uscc: '12422800MBOP450253' });
    expect(line.input).not.toHaveProperty('uscc');
    expect(line.problems).toMatchObject([
      {
        code: 'USCC_BAD_CHAR',
        severity: 'ERROR',
        value: '12422800MBOP450253',
        suggestion: '12422800MB0P450253',
      },
    ]);
  });

  test.each<[Cell]>([
    ['1.21E+17'],
    [['number', '1.21000004000006E+17']],
    [['number', '121000004000006000']],
    [['formula', '121000004000006000']],
    ['１.２１e+17'],
  ])('that a spreadsheet took for a number, %j, is refused with advice', (cell) => {
    const line = partner({ uscc: cell });
    expect(line.problems.find(({ severity }) => severity === 'ERROR')).toMatchObject({
      code: 'USCC_PRECISION_LOST',
      suggestion: expect.stringContaining('Format the column as text'),
    });
    expect(line.input).not.toHaveProperty('uscc');
  });

  test('is lost in a reference too', () => {
    const line = convert({ noun: 'resources', cells: { partnerId: ['number', '1.21E+17'], title: '甲' } });
    expect(codesOf(line)).toContain('USCC_PRECISION_LOST');
    expect(line.references).toEqual([]);
  });

  test('that is somebody’s identity number is not shown', () => {
    const line = partner({ uscc: '11010519491231002X' });
    expect(codesOf(line, 'ERROR')).not.toEqual([]);
    expect(JSON.stringify(line)).not.toContain('11010519491231002X');
  });
});

describe('a quantity', () => {
  test.each<[Cell, string, string]>([
    ['3箱', '3', '箱'],
    ['3 箱', '3', '箱'],
    ['1,000.50', '1000.50', '只'],
    ['3万', '30000', '只'],
    ['1.5万只', '15000', '只'],
    ['２００', '200', '只'],
    [['number', '1'], '1', '只'],
    [['number', '0.30000000000000004'], '0.3', '只'],
    ['100人次', '100', '人次'],
  ])('%j is %s %s', (cell, capacity, unit) => {
    const line = resource({ capacity: cell, ...(unit === '只' ? { unit } : {}) });
    expect(line.input).toMatchObject({ capacity, unit });
    expect(line.problems).toEqual([]);
  });

  test.each<[Cell, string, string | null]>([
    ['约300', 'QUANTITY_NOT_EXACT', '300'],
    ['300左右', 'QUANTITY_NOT_EXACT', '300'],
    ['300余只', 'QUANTITY_NOT_EXACT', '300'],
    ['300-500', 'QUANTITY_NOT_EXACT', null],
    ['若干', 'QUANTITY_NOT_EXACT', null],
    ['三箱', 'QUANTITY_MALFORMED', null],
    ['1.000,50', 'QUANTITY_MALFORMED', null],
    ['1,5', 'QUANTITY_MALFORMED', null],
    ['', 'QUANTITY_MISSING', null],
    [null, 'QUANTITY_MISSING', null],
    ['1.5E+20', 'NUMBER_PRECISION_LOST', 'Format the column as text and type the number again.'],
    ['1234567890123456789', 'NUMBER_TOO_LONG', null],
  ])('%j is refused as %s', (cell, code, suggestion) => {
    const line = resource({ capacity: cell, unit: '只' });
    expect(line.problems).toMatchObject([{ field: 'capacity', severity: 'ERROR', code, suggestion }]);
    expect(line.input).not.toHaveProperty('capacity');
  });

  test('in another unit than the row’s is refused', () => {
    expect(resource({ capacity: '3箱', unit: '盒' }).problems).toMatchObject([
      { code: 'UNIT_CONFLICT', value: '3箱' },
    ]);
  });

  test('takes power and unit from its header where the cell names none', () => {
    const header = { capacity: '日产能（万只）' };
    expect(resource({ capacity: '1.25' }, header).input).toMatchObject({ capacity: '12500', unit: '只' });
    expect(resource({ capacity: '3箱' }, header).input).toMatchObject({ capacity: '3', unit: '箱' });
  });

  test('takes no unit from a note in its header', () => {
    expect(codesOf(resource({ capacity: '3' }, { capacity: '数量（必填）' }))).toEqual(['FIELD_MISSING']);
  });
});

describe('an amount', () => {
  test.each<[Cell, string, string]>([
    ['¥1,000.50', '金额', '1000.50'],
    ['￥１００', '金额', '100'],
    ['3万元', '金额', '30000'],
    ['500元', '金额（万元）', '500'],
    ['0.1', '金额（万元）', '1000'],
    [['number', '100000'], '捐款金额（万元）', '1000000000'],
    ['12345678.9012', '金额/万元', '123456789012'],
    ['人民币 20 元', '金额', '20'],
    ['1.230', '金额', '1.23'],
  ])('%j below %s is %s yuan', (cell, header, amount) => {
    const line = donation({ amount: cell }, { amount: header });
    expect(line.input).toMatchObject({ amount, kind: 'CASH' });
    expect(line.problems).toEqual([]);
  });

  test.each<[Cell, string]>([
    ['100美元', 'AMOUNT_FOREIGN_CURRENCY'],
    ['$100', 'AMOUNT_FOREIGN_CURRENCY'],
    ['约3万元', 'AMOUNT_NOT_EXACT'],
    ['壹佰元', 'AMOUNT_MALFORMED'],
    ['3箱', 'AMOUNT_MALFORMED'],
  ])('%j is refused as %s', (cell, code) => {
    expect(donation({ amount: cell }).problems).toMatchObject([{ field: 'amount', severity: 'ERROR', code }]);
  });
});

describe('a day', () => {
  test.each<[Cell]>([
    ['2026-03-31'],
    ['2026/3/31'],
    ['2026.3.31'],
    ['2026年3月31日'],
    ['２０２６年３月３１日'],
    ['20260331'],
    ['2026-03-31 10:15:00'],
    ['2026年3月31日（星期二）'],
    [['date', '2026-03-31']],
    [['date', '2026-03-31T10:15:00']],
    ['2026-03-30T16:00:00.000Z'],
    ['2026-03-31T23:59:59+08:00'],
  ])('written as %j is 2026-03-31', (cell) => {
    const line = donation({ receivedOn: cell, amount: '1' });
    expect(line.input).toMatchObject({ receivedOn: '2026-03-31' });
    expect(line.problems).toEqual([]);
  });

  test.each<[Cell]>([[['number', '45678']], ['45678'], [['number', '45678.5']]])(
    'counted by a spreadsheet, %j, is taken and told',
    (cell) => {
      const line = donation({ receivedOn: cell, amount: '1' });
      expect(line.input).toMatchObject({ receivedOn: '2025-01-21' });
      expect(line.problems).toMatchObject([
        { code: 'DATE_FROM_SERIAL', severity: 'WARNING', suggestion: '2025-01-21' },
      ]);
    },
  );

  test.each<[Cell, string, string | null]>([
    ['2026年3月', 'DATE_WITHOUT_DAY', null],
    ['2026-03', 'DATE_WITHOUT_DAY', null],
    ['2026', 'DATE_WITHOUT_DAY', null],
    ['3月31日', 'DATE_WITHOUT_YEAR', '2026-03-31'],
    ['2026-02-30', 'DATE_DOES_NOT_EXIST', null],
    ['31/3/2026', 'DATE_MALFORMED', '2026-03-31'],
    ['3/4/2026', 'DATE_MALFORMED', null],
    ['去年', 'DATE_MALFORMED', null],
    [['number', '123'], 'DATE_MALFORMED', null],
  ])('%j is refused as %s', (cell, code, suggestion) => {
    const line = donation({ receivedOn: cell, amount: '1' });
    expect(line.problems).toMatchObject([{ field: 'receivedOn', severity: 'ERROR', code, suggestion }]);
    expect(line.input).not.toHaveProperty('receivedOn');
  });
});

describe('a number of persons', () => {
  const people = (cell: Cell) => convert({ noun: 'organizations', cells: { name: '甲', volunteers: cell } });
  test.each<[Cell, number]>([
    ['1,200', 1200],
    ['12人', 12],
    [['number', '12.0'], 12],
  ])('%j is %p', (cell, volunteers) => {
    expect(people(cell).input).toMatchObject({ volunteers });
  });

  test.each<[Cell, string]>([
    ['12.5', 'INTEGER_MALFORMED'],
    ['99999999999', 'INTEGER_MALFORMED'],
    ['约10', 'INTEGER_NOT_EXACT'],
  ])('%j is refused as %s', (cell, code) => {
    expect(people(cell).problems.filter(({ field }) => field === 'volunteers')).toMatchObject([{ code }]);
  });
});

describe('a gift', () => {
  test('of goods has one item', () => {
    const line = donation({
      'items.0.name': '口罩',
      'items.0.quantity': '3箱',
      'items.0.fairValue': '1.2万元',
      'items.0.valuation': '发票',
    });
    expect(line.input).toMatchObject({
      kind: 'IN_KIND',
      items: [{ name: '口罩', quantity: '3', unit: '箱', fairValue: '12000', valuation: 'INVOICE' }],
    });
    expect(line.problems).toEqual([]);
  });

  test('of goods nobody valued is not measurable, and that is said (R-VAL-01)', () => {
    const line = donation({ 'items.0.name': '口罩', 'items.0.quantity': '3箱' });
    expect(line.input).toMatchObject({ items: [{ valuation: 'NOT_MEASURABLE' }] });
    expect(codesOf(line)).toEqual(['VALUATION_ASSUMED']);
  });

  test('with a fair value must say how it is known', () => {
    const line = donation({ 'items.0.name': '口罩', 'items.0.quantity': '3箱', 'items.0.fairValue': '5' });
    expect(codesOf(line, 'ERROR')).toEqual(['VALUATION_MISSING']);
  });

  test('in kind without goods names what is missing', () => {
    const line = donation({ kind: '实物', 'items.0.name': null });
    expect(line.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'items.0.name FIELD_MISSING',
      'items.0.quantity QUANTITY_MISSING',
      'items.0.valuation VALUATION_ASSUMED',
    ]);
  });

  test.each(['匿名', '爱心人士', ' 热心市民 ', 'Anonymous'])(
    'of %s is anonymous, and that is said (R-FND-13)',
    (donorName) => {
      const line = donation({ donorName, amount: '100' });
      expect(line.input).toMatchObject({ anonymous: true });
      expect(line.input).not.toHaveProperty('donorName');
      expect(codesOf(line)).toContain('DONOR_ANONYMOUS');
    },
  );

  test('that is to be anonymous keeps no name, reference or key (R-FND-13)', () => {
    const line = donation({
      donorName: '张三丰',
      donorPartnerId: '演示企业',
      anonymous: '是',
      amount: '100',
    });
    expect(line.input).not.toHaveProperty('donorName');
    expect(line.references.map(({ field }) => field)).toEqual(['organizationId']);
    expect(line.duplicateKey).toBeNull();
    expect(JSON.stringify(line)).not.toContain('张三丰');
  });

  test('shows no donor’s name in a problem', () => {
    const line = donation({ donorName: '张三丰\t', amount: '100' });
    expect(line.problems).toMatchObject([{ code: 'TEXT_CLEANED', value: null, suggestion: null }]);
    expect(JSON.stringify(line.problems)).not.toContain('张三丰');
  });
});

describe('two rows of a file', () => {
  const key = (example: Example) => convert(example).duplicateKey;
  const samePartner = (a: Record<string, Cell>, b: Record<string, Cell>) =>
    key({ noun: 'partners', cells: a }) === key({ noun: 'partners', cells: b });

  test('are the same partner by credit code, or else by name and kind', () => {
    const uscc = '91110000600037341L';
    expect(
      samePartner({ name: '甲', kind: '企业', uscc }, { name: '乙', kind: '高校', uscc: uscc.toLowerCase() }),
    ).toBe(true);
    expect(samePartner({ name: '甲（集团）', kind: '企业' }, { name: '甲(集团) ', kind: '公司' })).toBe(true);
    expect(samePartner({ name: '甲', kind: '企业' }, { name: '甲', kind: '高校' })).toBe(false);
  });

  test('are the same gift by receipt, or else by donor, amount, day, beneficiary and kind', () => {
    const gift = (cells: Record<string, Cell>) => donation({ amount: '100', ...cells }).duplicateKey;
    expect(gift({})).toBe(gift({ amount: '100' }));
    expect(gift({})).not.toBe(gift({ amount: '101' }));
    expect(gift({})).not.toBe(gift({ receivedOn: '2026-03-30' }));
    expect(gift({})).not.toBe(gift({ organizationId: '别的中心' }));
    expect(gift({ receiptNumber: '0012345678' })).toBe(gift({ receiptNumber: '0012345678', amount: '7' }));
  });

  test('are told apart by nothing when the gift is anonymous', () => {
    expect(donation({ amount: '100', donorName: '匿名' }).duplicateKey).toBeNull();
  });
});

describe('a cell as long as a spreadsheet’s can be', () => {
  const longest = 32_767;
  const pieces = [
    ' ',
    'a ',
    '1',
    '1 ',
    '1,',
    '\n',
    '北京',
    '北京市',
    '大理',
    '、安源',
    '省 ',
    '-1',
    '.',
    '(',
    '\u200B',
    '０',
    '约',
    '"',
  ];

  test.each(pieces)('that repeats %j is read or refused, whatever its field', (piece) => {
    const text = piece.repeat(longest / piece.length);
    for (const noun of ['partners', 'resources', 'organizations', 'donations'] as const) {
      const names = fields[noun].map(({ name }) => name);
      const spec: ConversionSpec = {
        noun,
        mapping: names.map((field, column) => ({ column, field })),
        constants: [],
        header: names,
        areas: [],
        today: '2026-11-26',
      };
      const [line] = convertLines(spec, [{ number: 1, cells: names.map(() => `x${text}x`) }]);
      for (const { value, message } of line?.problems ?? []) {
        expect((value ?? '').length + message.length).toBeLessThan(1_000);
      }
    }
  });

  test('is refused where it is no free text, before anything is read from it', () => {
    const line = partner({ uscc: '1'.repeat(201), areaCode: '北京'.repeat(101), nameEn: 'x'.repeat(300) });
    expect(codesOf(line)).toEqual(['TEXT_TOO_LONG', 'TEXT_TOO_LONG']);
    expect(line.input).toEqual({ name: '萍乡学院', kind: 'UNIVERSITY', nameEn: 'x'.repeat(300) });
  });

  test('is cleaned in time that grows with its length', () => {
    // Square growth would take a million times a million steps.
    const inner = `x${' '.repeat(1_000_000)}x`;
    expect(cleanText(`\t${inner}\u200B`)).toBe(inner);
  });
});
