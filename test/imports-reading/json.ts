import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { textOf } from '#subgraphs/imports/reading/cell.js';
import { jsonPlace } from '#subgraphs/imports/reading/json-place.js';
import { decimalOf } from '#subgraphs/imports/reading/json-table.js';
import { cellsOf, readAll, refusalOf } from './kit.js';

const read = async (value: unknown) => {
  const { facts, sheets } = await readAll(JSON.stringify(value), { name: '名单.json' });
  expect(facts).toMatchObject({ format: 'JSON', encoding: 'UTF-8' });
  return Object.fromEntries(
    facts.sheets.map(({ name, position }) => [name, (sheets[position] ?? []).map(({ cells }) => cells)]),
  );
};

describe('a list of objects', () => {
  test('is a sheet whose header names all members in the order of their appearance', async () => {
    expect(
      await read([
        { name: '甲', count: 3, open: true },
        { name: '乙', tags: ['水', 1, null], count: null },
      ]),
    ).toEqual({
      名单: [
        ['name', 'count', 'open', 'tags'],
        ['甲', ['number', '3'], ['boolean', 'true']],
        ['乙', null, null, '水、1、'],
      ],
    });
  });

  test('members of an object are columns, lists of objects sheets of their own with the columns of what they belong to', async () => {
    expect(
      await read([
        {
          医院: '甲',
          地址: { 市: '萍乡' },
          物资: [
            { name: '口罩', value: 1 },
            { name: '酒精', specification: '75%' },
          ],
        },
        { 医院: '乙', 物资: [] },
      ]),
    ).toEqual({
      名单: [['医院', '地址.市'], ['甲', '萍乡'], ['乙']],
      物资: [
        ['医院', '地址.市', '物资.name', '物资.value', '物资.specification'],
        ['甲', '萍乡', '口罩', ['number', '1']],
        ['甲', '萍乡', '酒精', null, '75%'],
      ],
    });
  });

  test('lists whose members are alike are one sheet, with a column that names the list', async () => {
    expect(
      await read([
        { 厂商: '甲', 口罩类: [{ spec: 'N95', value: 5 }], 防护类: [{ spec: '面罩', value: 7 }], 其他: [] },
      ]),
    ).toMatchObject({
      明细: [
        ['厂商', '明细', '明细.spec', '明细.value'],
        ['甲', '口罩类', 'N95', ['number', '5']],
        ['甲', '防护类', '面罩', ['number', '7']],
      ],
    });
  });
});

test('an object of lists is a sheet of each; what else is in it is told', async () => {
  const { facts } = await readAll('{"total":2,"province":[{"id":1}],"city":[{"id":2},{"id":3}]}');
  expect(facts.sheets.map(({ name, rows }) => [name, rows])).toEqual([
    ['province', 2],
    ['city', 3],
  ]);
  expect(facts.notes.map(({ code }) => code)).toEqual(['JSON_VALUES_IGNORED']);
});

test('one object per line is a sheet, and so is a list of lists', async () => {
  expect(await cellsOf('{"a":"1"}\r\n\n{"b":"2"}\n')).toEqual([['a', 'b'], ['1'], [null, '2']]);
  expect(await cellsOf('[["名称","数量"],["甲",2]]')).toEqual([
    ['名称', '数量'],
    ['甲', ['number', '2']],
  ]);
});

test.each([
  [121000004000006240, '121000004000006240'],
  [1.21e21, '1210000000000000000000'],
  [-1.5e-7, '-0.00000015'],
  [0.1, '0.1'],
  [1e21, '1000000000000000000000'],
])('the number %p is written without an exponent', (number, text) => {
  expect(decimalOf(number)).toBe(text);
});

test('a number is written as what it is', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const text = decimalOf(number);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text)).toBe(number === 0 ? 0 : number);
    }),
  );
});

describe('what is refused', () => {
  test.each([
    ['[{"a":1},\n {"b":2,}]', 2, 9],
    ['[{"a":x}]', 1, 7],
    ['[{"a":1}', 1, 9],
    ['[{"a":"two\nlines"}]', 1, 7],
    ['[1,2]]', 1, 6],
    ['{"a":01}', 1, 6],
    ["{'a':1}", 1, 2],
    ['{"a" 1}', 1, 6],
    ['[1 2]', 1, 4],
    ['{"a":1}\n{"b":,}\n', 2, 6],
  ])('%j is refused with its place', async (text, line, column) => {
    const { code, message } = await refusalOf(text);
    expect([code, message]).toEqual([
      'JSON_SYNTAX',
      `Line ${line}, column ${column}: from here on it is not JSON.`,
    ]);
  });

  test('the place is behind all that is JSON, whatever is cut off', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const part = text.slice(0, cut % text.length);
        try {
          JSON.parse(part);
        } catch {
          const { line, column } = jsonPlace(part);
          expect(line).toBe(1);
          expect(column).toBeLessThanOrEqual(part.length + 1);
          // Whatever comes behind, a text that goes wrong there goes wrong at no other place.
          expect(jsonPlace(`${part.slice(0, column - 1)}?`).column).toBe(column);
        }
      }),
    );
  });

  test.each([
    ['[1,2,3]', 'JSON_NOT_A_TABLE'],
    ['[]', 'JSON_NOT_A_TABLE'],
    ['[[{"a":1}]]', 'JSON_NOT_A_TABLE'],
    ['{}', 'FILE_EMPTY'],
    ['[{"a":null}', 'JSON_SYNTAX'],
  ])('%s holds no list of objects: %s', async (text, code) => {
    expect((await refusalOf(text)).code).toBe(code);
  });

  test('objects too deep within one another, and a text that is nothing but depth', async () => {
    const deep = (levels: number) => `[${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}]`;
    expect(await cellsOf(deep(16))).toHaveLength(2);
    expect((await refusalOf(deep(17))).code).toBe('JSON_TOO_DEEP');
    expect((await refusalOf('['.repeat(1_000_000))).code).toBe('JSON_SYNTAX');
    expect((await refusalOf(deep(200_000))).code).toMatch(/^(JSON_TOO_DEEP|FILE_TOO_COMPLEX)$/);
  });

  test('more columns than are allowed, before each member of a list repeats them', async () => {
    const entry = {
      ...Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`c${i}`, 'x'])),
      list: [{ a: 1 }],
    };
    expect((await refusalOf(JSON.stringify([entry]))).code).toBe('TOO_MANY_COLUMNS');
  });
});

test('members that are called as what every object has are columns like any other', async () => {
  const text = '[{"__proto__":"a","constructor":{"prototype":"b"},"hasOwnProperty":1}]';
  expect(await cellsOf(text)).toEqual([
    ['__proto__', 'constructor.prototype', 'hasOwnProperty'],
    ['a', 'b', ['number', '1']],
  ]);
  expect(({} as { a?: string }).a).toBeUndefined();
});

test('a NUL and half a character, which no database keeps, are replaced', async () => {
  const [, line] = await cellsOf(String.raw`[{"a":"x\u0000y","b":"\ud800"}]`);
  expect(line?.map(textOf)).toEqual(['x\ufffdy', '\ufffd']);
});
