import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  areaLevel,
  areaPrefix,
  areaRange,
  examineAreaCode,
  isAreaCode,
  isAreaWithin,
  parentAreaCode,
} from './area-code.js';

const codesOf = (findings: { code: string }[]) => findings.map(({ code }) => code);
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

  test('R-DIV-01: the code of every level passes', () => {
    for (const code of path) expect(examineAreaCode(code)).toEqual({ errors: [], warnings: [] });
  });

  test.each(['36030', '360302100201-G1', '３６０３００', ''])(
    'R-DIV-01: %j is refused for its form',
    (text) => {
      const { errors } = examineAreaCode(text);
      expect(codesOf(errors)).toEqual(['AREA_BAD_FORM']);
      expect(errors[0]?.message).toContain(`${JSON.stringify(text)} is no area code; 6, 9 or 12 digits`);
    },
  );

  test.each([
    ['000000', 'province'],
    ['000300', 'province'],
    ['360001', 'prefecture'],
    ['360002', 'prefecture'],
    ['360000100', 'prefecture'],
    ['360000100201', 'prefecture'],
  ])('R-DIV-01: %s lies in no %s', (code, missing) => {
    const { errors } = examineAreaCode(code);
    expect(codesOf(errors)).toEqual(['AREA_WITHOUT_PARENT']);
    expect(errors[0]?.message).toContain(`in no ${missing}`);
  });

  test('R-DIV-01: a township may lie in a city without counties', () => {
    expect(examineAreaCode('441900003').errors).toEqual([]);
  });

  test.each(['360301', '362001', '365101', '367001'])('R-DIV-03: %s is a placeholder', (code) => {
    expect(codesOf(examineAreaCode(code).errors)).toEqual(['AREA_PLACEHOLDER']);
  });

  test.each([
    '110101',
    '120101',
    '310101',
    '500101',
    '222401',
    '362101',
    '365001',
    '367101',
    '429001',
    '469001',
    '360302',
    '620201100',
  ])('R-DIV-03: %s is a place', (code) => {
    expect(examineAreaCode(code).errors).toEqual([]);
  });

  test.each([
    ['360302001', []],
    ['360302399', []],
    ['360302000', ['AREA_UNUSUAL_TOWNSHIP']],
    ['360302400', ['AREA_UNUSUAL_TOWNSHIP']],
    ['360302001001', []],
    ['360302399399-G000', []],
    ['360302100000', ['AREA_UNUSUAL_VILLAGE']],
    ['360302100400-G001', ['AREA_UNUSUAL_VILLAGE']],
    ['360302400400', ['AREA_UNUSUAL_TOWNSHIP', 'AREA_UNUSUAL_VILLAGE']],
  ])('R-DIV-04: %s has warnings %j and no errors', (code, warnings) => {
    const found = examineAreaCode(code);
    expect(found.errors).toEqual([]);
    expect(codesOf(found.warnings)).toEqual(warnings);
  });

  test('an area lies within itself and everything above it, and within nothing else', () => {
    for (const [index, code] of path.entries())
      for (const [above, ancestor] of path.entries())
        expect(isAreaWithin(code, ancestor)).toBe(above <= index);
    expect(isAreaWithin('360313', '360302')).toBe(false);
    expect(isAreaWithin('510113', '360000')).toBe(false);
    expect(isAreaWithin('360302100201-G002', '360302100201-G001')).toBe(false);
    for (const text of ['', '3', '3603']) expect(isAreaWithin('360302', text)).toBe(false);
  });

  test('an area lies within another exactly when the way up leads there', () => {
    const part = fc.constantFrom('01', '02', '10');
    const code = fc
      .tuple(part, part, part, fc.constantFrom('', '001', '001002', '001002-G003'), fc.constantFrom(0, 2, 4))
      .map(([province, prefecture, county, rest, zeros]) =>
        rest === ''
          ? (province + prefecture + county).slice(0, 6 - zeros) + '0'.repeat(zeros)
          : province + prefecture + county + rest,
      );
    const wayUp = (from: string): string[] => {
      const above = parentAreaCode(from);
      return above === null ? [from] : [from, ...wayUp(above)];
    };
    fc.assert(
      fc.property(code, code, (area, other) => isAreaWithin(area, other) === wayUp(area).includes(other)),
    );
  });
});
