import { describe, expect, test } from '@jest/globals';
import type { ImportNoun } from '#shared/imports/protocol.js';
import { examineMapping } from './mapping.js';

const problems = (noun: ImportNoun, columns: [number, string][], constants: [string, string][] = []) =>
  examineMapping({
    noun,
    mapping: columns.map(([column, field]) => ({ column, field })),
    constants: constants.map(([field, value]) => ({ field, value })),
    header: ['甲', '乙', '丙'],
  }).map(({ code, field }) => `${code} ${field}`);

describe('a mapping', () => {
  test.each<[ImportNoun, [number, string][], [string, string][], string[]]>([
    ['partners', [[0, 'name']], [['kind', '高校']], []],
    ['partners', [[0, 'name']], [], ['FIELD_NOT_MAPPED kind']],
    [
      'partners',
      [
        [0, 'name'],
        [1, 'name'],
        [1, 'kind'],
      ],
      [],
      ['FIELD_MAPPED_TWICE name', 'COLUMN_MAPPED_TWICE kind'],
    ],
    [
      'partners',
      [
        [0, 'name'],
        [3, 'kind'],
      ],
      [],
      ['UNKNOWN_COLUMN kind'],
    ],
    [
      'partners',
      [
        [0, 'name'],
        [-1, 'kind'],
      ],
      [],
      ['UNKNOWN_COLUMN kind'],
    ],
    [
      'partners',
      [
        [0, 'name'],
        [1, 'constructor'],
      ],
      [['kind', '高校']],
      ['UNKNOWN_FIELD constructor'],
    ],
    [
      'organizations',
      [
        [0, 'name'],
        [1, 'areaCode.county'],
      ],
      [
        ['kind', '民非'],
        ['registrationStatus', '登记'],
      ],
      [],
    ],
    [
      'resources',
      [
        [0, 'title'],
        [1, 'capacity'],
      ],
      [
        ['partnerId', '甲'],
        ['category', '物资'],
      ],
      [],
    ],
    [
      'resources',
      [[0, 'title']],
      [
        ['partnerId', '甲'],
        ['category', '物资'],
        ['capacity', '1'],
      ],
      ['FIELD_NOT_MAPPED unit'],
    ],
    ['donations', [[0, 'receivedOn']], [], []],
  ])('of %s by %j with %j has the problems %j', (noun, columns, constants, expected) => {
    expect(problems(noun, columns, constants)).toEqual(expected);
  });
});
