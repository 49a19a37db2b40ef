import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkedId } from './id.js';
import { encodeCursor, pageRequest } from './page.js';

describe('pages', () => {
  test('a cursor leads back to its place', () => {
    const at = fc.record({ key: fc.string().filter((text) => !text.includes('\0')), id: fc.uuid() });
    fc.assert(
      fc.property(at, (place) =>
        expect(pageRequest({ after: encodeCursor('NAME', place) }, 'NAME').after).toEqual(place),
      ),
    );
  });

  test('no text but a cursor of the same order is taken', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => pageRequest({ after: text }, 'CREATED_AT')).toThrow(/after: /);
      }),
    );
    const cursor = encodeCursor('NAME', { key: 'a', id: '018f4e1c-0000-7000-8000-000000000000' });
    expect(() => pageRequest({ after: cursor }, 'CREATED_AT')).toThrow(/cursor/);
  });

  test.each([-1, 101, 1.5, Number.NaN, null])('first %p is refused', (first) => {
    expect(() => pageRequest({ first }, 'NAME')).toThrow(/0 to 100/);
  });

  test('first is 20 when not given, and may be 0 and 100', () => {
    expect([{}, { first: 0 }, { first: 100 }].map((args) => pageRequest(args, 'NAME').first)).toEqual([
      20, 0, 100,
    ]);
  });

  test('an id is a UUID in any case', () => {
    expect(checkedId('id', '018F4E1C-0000-7000-8000-000000000000')).toBe(
      '018f4e1c-0000-7000-8000-000000000000',
    );
    expect(() => checkedId('id', "1' or '1'='1")).toThrow(/UUID/);
  });
});
