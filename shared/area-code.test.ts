import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { areaLevel, areaPrefix, areaRange, isAreaCode, parentAreaCode } from './area-code.js';

const path = ['360000', '360300', '360302', '360302100', '360302100201', '360302100201-G001'];

describe('area codes', () => {
  test('R-DIV-01, R-DIV-04: the form tells the level and the area above', () => {
    expect(path.map(areaLevel)).toEqual(['PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'GRID']);
    expect(path.map(parentAreaCode)).toEqual([null, ...path.slice(0, -1)]);
  });

  test.each([
    '',
    '36030',
    '3603000',
    '360302100201-G1',
    '36030210020G',
    '360300 ',
    '３６０３００',
    '360302-G001',
  ])('%j is no area code', (text) => {
    expect(isAreaCode(text)).toBe(false);
  });

  test('the range of an area holds exactly the area and what is below it', () => {
    const digits = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
    const county = fc.tuple(digits, digits, digits).map((parts) => parts.join(''));
    const below = fc.constantFrom('', '001', '100201', '100201-G001');
    fc.assert(
      fc.property(county, county, below, fc.constantFrom(0, 2, 4), (area, other, rest, zeros) => {
        const above = area.slice(0, 6 - zeros) + '0'.repeat(zeros);
        const { from, to } = areaRange(above);
        for (const code of [other + rest, area + rest])
          expect(code >= from && code < to).toBe(code.startsWith(areaPrefix(above)));
      }),
    );
  });
});
