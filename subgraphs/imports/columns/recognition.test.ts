import { describe, expect, test } from '@jest/globals';
import type { ImportNoun } from '#shared/imports/protocol.js';
import type { Cell, Line } from '../reading/cell.js';
import { fields } from './fields.js';
import { guessHeaderRow } from './header-row.js';
import { suggestMapping } from './recognition.js';
import { templateFields } from './template-fields.js';

const lines = (...rows: Cell[][]): Line[] => rows.map((cells, index) => ({ number: index + 1, cells }));

/** What each column is taken for, with the first letter of how sure that is. */
function mapped(noun: ImportNoun, header: Cell[], ...samples: Cell[][]): string[] {
  return suggestMapping(noun, header, samples).map(({ field, confidence, alternatives }) =>
    field === null ? `? ${alternatives.join(' ')}`.trim() : `${confidence[0]} ${field}`,
  );
}

describe('the columns', () => {
  test.each<[ImportNoun, Cell[], string[]]>([
    [
      'partners',
      ['单位名称', '统一社会信用代码', '类型', '省', '市', '区县'],
      ['H name', 'H uscc', 'H kind', 'H areaCode.province', 'H areaCode.prefecture', 'H areaCode.county'],
    ],
    ['partners', ['学校名称*', '所在省份', ' Credit Code '], ['H name', 'H areaCode.province', 'H uscc']],
    ['partners', ['ＮＡＭＥ', '信用代码（18位）'], ['H name', 'H uscc']],
    ['partners', ['医院全称', '医院所在区县', '学校标识码'], ['M name', 'M areaCode.county', '?']],
    [
      'resources',
      ['医院名称', '物资', '规格', 'value', '区县'],
      ['H partnerId', 'H title', 'H description', 'H capacity', 'H areaCodes'],
    ],
    [
      'organizations',
      ['社会组织名称', '登记状态', '志愿者人数', '所属地区'],
      ['H name', 'H registrationStatus', 'H volunteers', 'H areaCode'],
    ],
    [
      'donations',
      ['捐赠人', '捐款金额（万元）', '捐款时间', '受赠单位'],
      ['H donorName', 'H amount', 'H receivedOn', 'H organizationId'],
    ],
    [
      'donations',
      ['物资名称', '数量(箱)', '公允价值', '计价依据'],
      ['H items.0.name', 'H items.0.quantity', 'H items.0.fairValue', 'H items.0.valuation'],
    ],
  ])('of %s below %j are %j', (noun, header, expected) => {
    expect(mapped(noun, header)).toEqual(expected);
  });

  test('are left to the user when two fit a field equally well', () => {
    expect(mapped('partners', ['名称', '单位名称'])).toEqual(['? name', '? name']);
  });

  test('are left to the user when one fits two fields equally well', () => {
    const [days] = suggestMapping('resources', ['某日'], [['2026-03-31'], ['2026-04-01']]);
    expect(days).toEqual({
      column: 0,
      field: null,
      confidence: 'NONE',
      alternatives: ['availableFrom', 'availableTo'],
    });
  });

  test('are each taken once: an equal word before one within another header', () => {
    expect(mapped('partners', ['医院全称', '名称'])).toEqual(['?', 'H name']);
  });

  test('are known by their values where the header says nothing', () => {
    const codes: Cell[][] = [['91110000600037341L'], ['12100000400009127B']];
    expect(mapped('partners', ['甲'], ...codes)).toEqual(['M uscc']);
    expect(mapped('donations', [null], [['date', '2026-03-31']], ['2026年4月1日'])).toEqual(['M receivedOn']);
    expect(mapped('donations', ['甲'], ['5,000元'], ['¥20.00'])).toEqual(['? amount items.0.fairValue']);
    expect(mapped('donations', ['甲'], [['number', '45678']], [['number', '45679']])).toEqual(['?']);
  });

  test('are not known by a word that their values contradict', () => {
    expect(mapped('donations', ['企业类型'], ['民营'], ['国有'])).toEqual(['?']);
    expect(mapped('donations', ['捐赠的类型'], ['物资'], ['现金'])).toEqual(['M kind']);
  });

  test.each(Object.keys(fields) as ImportNoun[])('of a template of %s are all known', (noun) => {
    const template = templateFields(noun);
    const header = template.map(({ title, required }) => (required ? `${title}*` : title));
    expect(mapped(noun, header)).toEqual(template.map(({ name }) => `H ${name}`));
  });

  test.each(Object.keys(fields) as ImportNoun[])('of %s have no word that means two fields', (noun) => {
    const words = fields[noun].flatMap(({ title, synonyms }) => [...new Set([title, ...synonyms])]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});

describe('the header row', () => {
  test.each<[string, Line[], number]>([
    ['in the first row', lines(['名称', '信用代码'], ['甲', '91110000600037341L']), 1],
    [
      'below a title and blank rows',
      lines(['2026年合作单位一览表'], [], ['名称', '类型', '省'], ['甲', '企业', '江西']),
      3,
    ],
    [
      'below a merged title and a note',
      lines(
        ['全国普通高等学校名单', ['merged', '全国普通高等学校名单'], ['merged', '全国普通高等学校名单']],
        ['（截至2017年5月31日）', null, null],
        ['序号', '学校名称', '所在地'],
        ['北京市（92所）', ['merged', '北京市（92所）'], ['merged', '北京市（92所）']],
        [['number', '1'], '北京大学', '北京市'],
      ),
      3,
    ],
    [
      'of words that no field has',
      lines(
        [null, '清单'],
        ['甲列', '乙列', '丙列'],
        [
          ['number', '1'],
          ['number', '2'],
          ['number', '3'],
        ],
      ),
      2,
    ],
    [
      'below a row of notes that is wider than it',
      lines(
        ['填表单位', '某某大学', '填表人', '办公室', '盖章'],
        ['名称', '类型', '省'],
        ['甲', '企业', '江西'],
      ),
      2,
    ],
    [
      'in a sheet of numbers alone',
      lines(
        [],
        [
          ['number', '1'],
          ['number', '2'],
        ],
      ),
      2,
    ],
    ['in a sheet of one column', lines(['名称'], ['甲'], ['乙']), 1],
  ])('is found %s', (_, sheet, number) => {
    expect(guessHeaderRow(sheet)).toBe(number);
  });

  test('of nothing is the first', () => {
    expect(guessHeaderRow([])).toBe(1);
  });
});
