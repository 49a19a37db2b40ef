import { describe, expect, test } from '@jest/globals';
import { demoUscc } from './demo/identity.js';
import { organizationCodeCheck, usccCheck } from './uscc.js';

/** Real codes seen in public beside their names, and the doctest of python-stdnum. */
const real = [
  '12100000400009127B',
  '12100000400000456B',
  '12100000400002697C',
  '53100000500021676K',
  '12360000491015900T',
  '91110000600037341L',
  '1210000042500615X0',
];

describe('unified social credit codes', () => {
  test.each(real)('R-USCC-04, R-USCC-05: %s has both checks', (code) => {
    expect(usccCheck(code.slice(0, 17))).toBe(code[17]);
    expect(organizationCodeCheck(code.slice(8, 16))).toBe(code[16]);
  });

  test('a wrong check is found', () => {
    expect(usccCheck('12100000400000624')).not.toBe('X');
  });

  test.each([
    ['52', '360302', 1, '52360302MJ0000018B'],
    ['51', '360321', 2, '51360321MJ0000026R'],
    ['52', '510113', 4, '52510113MJ00000428'],
  ])('a synthetic code is valid by construction', (prefix, division, serial, code) => {
    expect(demoUscc(prefix, division, serial)).toBe(code);
  });
});
