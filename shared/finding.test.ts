import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shown } from './finding.js';

describe('a value in a message', () => {
  test.each([
    ['', '""'],
    ['a"b', '"a\\"b"'],
    ['a\0\n', '"a\\u0000\\n"'],
    ['\ud800', '"\\ud800"'],
    ['x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['x'.repeat(41), `"${'x'.repeat(40)}…"`],
    ['😀'.repeat(41), `"${'😀'.repeat(40)}…"`],
  ])('%j is shown as %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  test('every value is shown short, well-formed and without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => {
        const text = shown(value);
        expect(text.isWellFormed()).toBe(true);
        // Six characters escape one unit; the rest is quotes and the ellipsis.
        expect(text.length).toBeLessThanOrEqual(40 * 6 + 3);
        expect([...text].every((character) => character >= ' ')).toBe(true);
      }),
    );
  });
});
