import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { examineText, findPersonalNumber } from './text.js';

const codesOf = (findings: { code: string }[]) => findings.map(({ code }) => code);

describe('a text that people wrote', () => {
  test.each([
    ["'); drop table organization; --"],
    ['"quoted" & <b>bold</b> \\u0000 %s ${x}'],
    ['\u202Egnp.exe\u202C'],
    ['萍乡市 👩‍👩‍👧 𠮷野家'],
    ['\u00E9'],
    ['e\u0301'],
    ['=cmd|calc'],
    ['\u007F\u0085'],
  ])('%j is kept as it is', (value) => {
    expect(examineText(value, { max: 100 })).toEqual([]);
  });

  test.each([[''], [' '], ['\u3000\u00A0'], ['\u200B\uFEFF'], ['\u202E'], ['\u3164']])(
    '%j is blank',
    (value) => {
      expect(codesOf(examineText(value, { max: 10 }))).toEqual(['TEXT_BLANK']);
    },
  );

  test.each([
    ['a\0', 'Character 2 is the control character U+0000'],
    ['\u001Fa', 'Character 1 is the control character U+001F'],
    ['😀\u001B[31m', 'Character 2 is the control character U+001B'],
    ['a\r\nb', 'U+000D'],
    ['a\nb', 'U+000A; of these, allowed: none'],
    ['a\tb', 'U+0009'],
  ])('%j holds a control character', (value, message) => {
    const [finding, ...others] = examineText(value, { max: 100 });
    expect(finding?.code).toBe('TEXT_CONTROL_CHARACTER');
    expect(finding?.message).toContain(message);
    expect(others).toEqual([]);
  });

  test('line breaks and tabs are allowed where a text has several lines, and nothing else', () => {
    expect(examineText('a\n\tb', { max: 100, multiline: true })).toEqual([]);
    for (let unit = 0; unit < 0x20; unit += 1) {
      const value = `a${String.fromCharCode(unit)}b`;
      expect(codesOf(examineText(value, { max: 100 }))).toEqual(['TEXT_CONTROL_CHARACTER']);
      const isBreak = unit === 0x0a || unit === 0x09;
      expect(examineText(value, { max: 100, multiline: true }).length).toBe(isBreak ? 0 : 1);
    }
  });

  test.each([['a\uD800'], ['\uDC00a'], ['\uDC00\uD800']])('%j holds half a character', (value) => {
    expect(codesOf(examineText(value, { max: 10 }))).toEqual(['TEXT_NOT_WELL_FORMED']);
  });

  test.each([
    ['x'.repeat(20), 20],
    ['😀'.repeat(20), 20],
    ['𠮷'.repeat(20), 20],
  ])('%j has no more than 20 characters, and with one more it is too long', (value, max) => {
    expect(examineText(value, { max })).toEqual([]);
    const [finding] = examineText(`${value}x`, { max });
    expect(finding).toMatchObject({ code: 'TEXT_TOO_LONG', found: '21', allowed: 'at most 20' });
    expect(finding?.message).toBe('The text has 21 characters; at most 20 are allowed.');
  });

  test('everything that is the matter is told at once', () => {
    expect(codesOf(examineText('\0\uD800\0', { max: 2 }))).toEqual([
      'TEXT_CONTROL_CHARACTER',
      'TEXT_NOT_WELL_FORMED',
      'TEXT_TOO_LONG',
    ]);
  });

  test('a text passes exactly when it is visible, whole, short and without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(30), (value, max) => {
        const isSound = value.isWellFormed() && !/[\0-\x1f]/.test(value) && Array.from(value).length <= max;
        const findings = examineText(`可见${value}`, { max: max + 2 });
        expect(findings.length === 0).toBe(isSound);
      }),
    );
  });
});

/** Writes the check character behind seventeen digits, by the standard's other formula: powers of two from the right. */
function identityNumberOf(first17: string): string {
  const sum = [...first17].reduce((total, digit, index) => total + Number(digit) * 2 ** (17 - index), 0);
  const check = (12 - (sum % 11)) % 11;
  return `${first17}${check === 10 ? 'X' : check}`;
}

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
/** Numbers of people who do not exist: division, day of birth, serial. */
const somebody = fc
  .tuple(
    fc.constantFrom('360302', '110105', '510681'),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
    digits(3),
  )
  .map(([division, born, serial]) =>
    identityNumberOf(`${division}${born.toISOString().slice(0, 10).replaceAll('-', '')}${serial}`),
  );
const mobile = fc
  .tuple(fc.constantFrom(...'3456789'), digits(9))
  .map(([second, rest]) => `1${second}${rest}`);
const around = fc.string({ unit: fc.constantFrom(...'电话：,（)x \n'), maxLength: 10 });

describe('a personal number in a text', () => {
  test.each([
    ['11010519491231002X', 'identity'],
    ['身份证11010519491231002x。', 'identity'],
    ['110105 19491231 002X', 'identity'],
    ['110105-19491231-002X', 'identity'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'identity'],
    ['1101051949\u200B1231002X', 'identity'],
    ['号码 123456 11010519491231002X', 'identity'],
    ['13800138000', 'mobile'],
    ['电话138-0013-8000，', 'mobile'],
    ['138 0013 8000', 'mobile'],
    ['+86 13800138000', 'mobile'],
    ['8613800138000', 'mobile'],
    ['008613800138000', 'mobile'],
    ['１３８００１３８０００', 'mobile'],
  ])('%j is found to be of the kind: %s', (text, kind) => {
    expect(findPersonalNumber(text)).toMatchObject({
      code: 'PERSONAL_NUMBER',
      message: expect.stringContaining(kind),
    });
  });

  test.each([
    ['110105194912310020', 'a wrong check'],
    [identityNumberOf('36030219900230123'), 'February 30'],
    [identityNumberOf('36030218990101123'), 'born in 1899'],
    [identityNumberOf('36030221000101123'), 'born in 2100'],
    [identityNumberOf('36030219901301123'), 'month 13'],
    [identityNumberOf('06030219900101123'), 'a division that begins with 0'],
    ['12345611010519491231002X', 'a longer number'],
    ['11010519491231002X1', 'a longer number'],
    [identityNumberOf('36030219900100123'), 'day 0'],
    ['53100000500021326DA18051', 'the number of a fundraising plan'],
    ['52360302MJ0000018B', 'a credit code'],
    ['12800138000', 'no mobile number begins with 12'],
    ['138001380001', 'twelve digits'],
    ['1380013800', 'ten digits'],
    ['0799-6832000', 'a landline'],
    ['1370000.00', 'an amount'],
    ['2026-03-31', 'a day'],
    ['', 'nothing'],
  ])('%j is none: %s', (text) => {
    expect(findPersonalNumber(text)).toBeNull();
  });

  test('every number is found wherever it stands, and never repeated', () => {
    fc.assert(
      fc.property(around, fc.oneof(somebody, mobile), around, (before, number, after) => {
        const finding = findPersonalNumber(`${before}${number}${after}`);
        expect(finding?.code).toBe('PERSONAL_NUMBER');
        expect(JSON.stringify(finding)).not.toMatch(/\d/);
      }),
    );
  });

  test('an id of ours is none, whatever digits it holds', () => {
    expect(findPersonalNumber('0000a138-1234-5678-9abc-a13812345678')).toBeNull();
    fc.assert(
      fc.property(fc.uuid(), (id) => expect(findPersonalNumber(`record ${id}`)).toBeNull()),
      {
        numRuns: 2_000,
      },
    );
  });

  test('a text without eleven digits in a row of groups holds none', () => {
    const few = fc.string({ unit: fc.constantFrom(...'0123456789年月, -'), maxLength: 200 });
    fc.assert(
      fc.property(few, (text) => {
        if (!/(\d[ -]?){11}/.test(text)) expect(findPersonalNumber(text)).toBeNull();
      }),
    );
  });
});
