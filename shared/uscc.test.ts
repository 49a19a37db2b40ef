import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { demoUscc } from './demo/identity.js';
import { examineUscc, normalizeUscc, organizationCodeCheck, usccCheck } from './uscc.js';
import { usccPrefixes } from './uscc-prefix.js';

/** Real codes seen in public beside their names, the doctest of python-stdnum, and some known by heart. */
const real = [
  '12100000400009127B',
  '12100000400000456B',
  '12100000400002697C',
  '53100000500021676K',
  '12360000491015900T',
  '91110000600037341L',
  '12100000400000624D',
  '12100000400002259P',
  '12100000400010056C',
  '1210000042500615X0',
];

/** Codes that belong to nobody and are valid by construction. */
const synthetic = [
  '52360302MJ0000018B',
  '51360321MJ0000026R',
  '53360300MJ00000341',
  '12360300MB00000197',
  '52510113MJ00000428',
  '52510681MJ0000050C',
];

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const firstCode = real[0] ?? '';
const codesOf = (findings: { code: string }[]) => findings.map(({ code }) => code);

/** Every code that differs from the given one in a single character. */
const substitutions = (code: string) =>
  [...code].flatMap((kept, index) =>
    [...alphabet]
      .filter((other) => other !== kept)
      .map((other) => code.slice(0, index) + other + code.slice(index + 1)),
  );

/** Every code in which two different neighbours of the given one are swapped. */
const swaps = (code: string) =>
  [...code.slice(1)].flatMap((right, index) => {
    const left = code[index] ?? '';
    return left === right ? [] : [code.slice(0, index) + right + left + code.slice(index + 2)];
  });

describe('unified social credit codes', () => {
  test.each([
    ['９１１１００００６０００３７３４１Ｌ', '91110000600037341L'],
    [' 9111 0000-6000 3734 1l\t', '91110000600037341L'],
    ['9111 0000‐6000–3734−1l', '91110000600037341L'],
  ])('R-USCC-01: %j is read as %s', (text, code) => {
    expect(normalizeUscc(text)).toBe(code);
    expect(examineUscc(text)).toEqual({ code, errors: [], warnings: [] });
  });

  test.each([
    ['', 0],
    [firstCode.slice(1), 17],
    [`${firstCode}0`, 19],
    ['😀'.repeat(9), 9],
  ])('R-USCC-01: %j has not 18 characters', (text, length) => {
    const { errors, warnings } = examineUscc(text);
    expect(codesOf(errors)).toEqual(['USCC_LENGTH']);
    expect(errors[0]?.message).toContain(`exactly 18 characters, found ${length}`);
    expect(warnings).toEqual([]);
  });

  test.each([
    ['O', 4, 'did you mean 0?'],
    ['I', 1, 'did you mean 1?'],
    ['S', 18, 'did you mean 5?'],
    ['Z', 9, 'did you mean 2?'],
    ['V', 10, '; digits and capital letters except I, O, S, V and Z are allowed'],
    ['测', 17, '; digits'],
  ])('R-USCC-02: %s at position %i is pointed at and left alone', (character, position, hint) => {
    const text = firstCode.slice(0, position - 1) + character + firstCode.slice(position);
    const isKnownDivision = (division: string) => division === '100000';
    const { code, errors, warnings } = examineUscc(text, { allowedPrefixes: ['12'], isKnownDivision });
    expect(code).toBe(text);
    // What else could be said about the character follows from this.
    expect(warnings).toEqual([]);
    expect(codesOf(errors)).toEqual(['USCC_BAD_CHAR']);
    expect(errors[0]?.message).toContain(`Position ${position} is "${character}"`);
    expect(errors[0]?.message).toContain(hint);
    expect(errors[0]?.found).toBe(character);
  });

  test('R-USCC-02: every bad character is pointed at', () => {
    const { errors } = examineUscc(`O${firstCode.slice(1, 17)}V`);
    const positions = errors.map(({ message }) => /^Position (\d+)/.exec(message)?.[1]);
    expect(positions).toEqual(['1', '18']);
  });

  test.each([3, 8])('R-USCC-03: a letter at position %i names no division', (position) => {
    const text = `${firstCode.slice(0, position - 1)}A${firstCode.slice(position)}`;
    const [error, ...others] = examineUscc(text).errors;
    expect(error).toMatchObject({ code: 'USCC_BAD_FORM', found: text.slice(2, 8), allowed: 'six digits' });
    expect(error?.message).toContain(`position ${position} is A`);
    expect(others).toEqual([]);
  });

  test.each([...real, ...synthetic])('R-USCC-04, R-USCC-05: %s has both checks', (code) => {
    expect(usccCheck(code.slice(0, 17))).toBe(code[17]);
    expect(organizationCodeCheck(code.slice(8, 16))).toBe(code[16]);
    expect(examineUscc(code)).toEqual({ code, errors: [], warnings: [] });
  });

  test.each([
    ['12100000400000624X', ['USCC_BAD_CHECK'], []],
    ['A1110000600037341L', ['USCC_BAD_CHECK'], ['USCC_UNKNOWN_PREFIX']],
    ['12100000400000678Y', [], ['ORG_CODE_CHECK']],
    ['11330102MB1234567A', ['USCC_BAD_CHECK'], ['ORG_CODE_CHECK']],
  ])('R-USCC-04, R-USCC-05: %s has errors %j and warnings %j', (code, errors, warnings) => {
    const found = examineUscc(code);
    expect(codesOf(found.errors)).toEqual(errors);
    expect(codesOf(found.warnings)).toEqual(warnings);
  });

  test('R-USCC-04: the check that belongs there is named', () => {
    const [error] = examineUscc('12100000400000624X').errors;
    expect(error).toMatchObject({ found: 'X', allowed: 'D' });
    expect(error?.message).toContain('Position 18 should be D, found X');
  });

  test.each(real)('R-USCC-06: all 540 substitutions and all swaps of %s are refused', (code) => {
    const wrong = [...substitutions(code), ...swaps(code)];
    expect(substitutions(code)).toHaveLength(540);
    expect(wrong.filter((text) => examineUscc(text).errors.length === 0)).toEqual([]);
  });

  test('R-USCC-06: a substitution and a swap of any code are refused', () => {
    const prefix = fc.constantFrom(...usccPrefixes.map((known) => known.prefix));
    const division = fc.integer({ min: 110000, max: 829999 }).map(String);
    const serial = fc.integer({ min: 0, max: 999999 });
    fc.assert(
      fc.property(prefix, division, serial, fc.nat(539), fc.nat(17), (head, place, number, which, at) => {
        const code = demoUscc(head, place, number);
        const swapped = swaps(code);
        expect(examineUscc(code)).toEqual({ code, errors: [], warnings: [] });
        for (const wrong of [substitutions(code)[which], swapped[at % swapped.length]])
          expect(examineUscc(wrong ?? code).errors).not.toEqual([]);
      }),
    );
  });

  test('R-USCC-07: a prefix that the declared kind cannot have is an error, or a warning when asked', () => {
    const code = '52360302MJ0000018B';
    expect(examineUscc(code, { allowedPrefixes: ['12', '52'] }).errors).toEqual([]);
    const strict = examineUscc(code, { allowedPrefixes: ['51', '53'] });
    expect(strict.errors).toEqual([
      {
        code: 'USCC_KIND_MISMATCH',
        message: 'The code begins with 52 (social service agency); the declared kind begins with 51, 53.',
        found: '52',
        allowed: '51, 53',
      },
    ]);
    const lenient = examineUscc(code, { allowedPrefixes: ['51', '53'], mismatch: 'WARNING' });
    expect(lenient.errors).toEqual([]);
    expect(lenient.warnings).toEqual(strict.errors);
  });

  test('R-USCC-07: an unknown prefix is a warning, and each known one is listed once', () => {
    const code = demoUscc('94', '360302', 1);
    expect(codesOf(examineUscc(code).warnings)).toEqual(['USCC_UNKNOWN_PREFIX']);
    expect(new Set(usccPrefixes.map(({ prefix }) => prefix)).size).toBe(usccPrefixes.length);
  });

  test('R-USCC-08: a division off record is a warning; 100000 is the nation and never looked up', () => {
    const isKnownDivision = (division: string) => division === '360302';
    const warningsOf = (code: string) => codesOf(examineUscc(code, { isKnownDivision }).warnings);
    expect(warningsOf('52360302MJ0000018B')).toEqual([]);
    expect(warningsOf('12100000400009127B')).toEqual([]);
    expect(warningsOf('51360321MJ0000026R')).toEqual(['USCC_UNKNOWN_DIVISION']);
  });

  test('findings never repeat what was typed as a whole', () => {
    const identityNumber = '11010519491231002X';
    const unit = fc.constantFrom(...alphabet, 'O', 'v', '测', '😀');
    const typed = fc.string({ unit, minLength: 17, maxLength: 19 });
    fc.assert(
      fc.property(fc.oneof(fc.constant(identityNumber), typed), (text) => {
        const { code, errors, warnings } = examineUscc(text);
        expect(JSON.stringify([errors, warnings])).not.toContain(JSON.stringify(code).slice(1, -1));
      }),
    );
  });

  test.each([
    ['52', '360302', 1, '52360302MJ0000018B'],
    ['52', '510113', 4, '52510113MJ00000428'],
  ])('a synthetic code is valid by construction', (prefix, division, serial, code) => {
    expect(demoUscc(prefix, division, serial)).toBe(code);
  });
});
