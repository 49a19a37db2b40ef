import { describe, expect, test } from '@jest/globals';
import { reasonInChinese } from './reasons.js';

const reason = (problem: Partial<Parameters<typeof reasonInChinese>[0]>) =>
  reasonInChinese({ code: 'ENUM_UNKNOWN', message: 'In English.', ...problem });

describe('a reason in Chinese', () => {
  test('names value and suggestion where the problem does', () => {
    expect(reason({ value: '基金汇', suggestion: '基金会' })).toBe(
      '“基金汇”不在可选范围内，请从下拉列表选择，是否为“基金会”',
    );
    expect(reason({ value: null })).toBe('不在可选范围内，请从下拉列表选择');
    expect(reason({ code: 'USCC_BAD_CHECK', allowed: 'D' })).toBe(
      '信用代码校验位不符（应为 D），有字符写错或颠倒，请核对',
    );
  });

  test('takes what stands in a cell as it is, in one line', () => {
    expect(reason({ value: '$& {suggestion}\n[甲]' })).toBe(
      '“$& {suggestion} [甲]”不在可选范围内，请从下拉列表选择',
    );
  });

  test('of an unknown code is its message', () => {
    expect(reason({ code: 'NOBODY_KNOWS' })).toBe('In English.');
    expect(reason({ code: 'constructor' })).toBe('In English.');
  });
});
