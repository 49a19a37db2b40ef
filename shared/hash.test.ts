import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, sha256Hex } from './hash.js';

describe('canonical JSON', () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: [true, 'x"', null, undefined] }, '{"a":[true,"x\\"",null,null],"b":1}'],
    [{ a: null, b: undefined, c: { d: null } }, '{"c":{}}'],
    [{ 10: 'ten', 9: 'nine', é: 1, e: 2 }, '{"10":"ten","9":"nine","e":2,"é":1}'],
    [new Date('2026-03-31T01:00:00Z'), '"2026-03-31T01:00:00.000Z"'],
    [9_007_199_254_740_993n, '9007199254740993'],
    [-0, '0'],
    ['\uD800', '"\\ud800"'],
    [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    [null, 'null'],
    [undefined, 'null'],
  ])('of %p is %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each<[unknown]>([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [() => 1],
    [Symbol('a')],
    [new Map([[1, 2]])],
    [new Set([1])],
    [Buffer.from('a')],
    [new ArrayBuffer(1)],
  ])('of %p there is none, also inside', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson({ inside: [value] })).toThrow(/has no canonical JSON/);
  });

  test('of a date that is none there is none', () => {
    expect(() => canonicalJson(new Date(Number.NaN))).toThrow(RangeError);
  });

  test('neither the order of members nor absent ones matter', () => {
    const members = fc.dictionary(fc.string(), fc.option(fc.jsonValue(), { nil: undefined }));
    fc.assert(
      fc.property(members, (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(canonicalJson({ ...value, [`absent${Object.keys(value).join('')}`]: null })).toBe(
          canonicalJson(value),
        );
      }),
    );
  });

  test('it reads back as the value, so different values have different texts', () => {
    const scalar = fc.oneof(fc.string(), fc.boolean(), fc.integer());
    const value = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('tree'), { maxKeys: 3 }),
      ),
    })).tree;
    fc.assert(fc.property(value, (tree) => expect(JSON.parse(canonicalJson(tree))).toEqual(tree)));
  });
});

describe('SHA-256', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('of %j is that of the standard', (text, hex) => {
    expect(sha256Hex(text)).toBe(hex);
  });

  test('a text is hashed in UTF-8', () => {
    expect(sha256Hex('萍乡')).not.toBe(sha256Hex('??'));
    expect(sha256Hex('é')).not.toBe(sha256Hex('e\u0301'));
  });
});
