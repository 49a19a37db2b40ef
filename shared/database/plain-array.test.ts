import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainArray } from './plain-array.js';

test('ids are written as PostgreSQL writes an array of them', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid()), (ids) => {
      expect(plainArray(ids)).toBe(`{${ids.join(',')}}`);
    }),
  );
});

test.each([['x'], ['"'], ['}'], ['{1}'], [' '], ['NULL'], [''], ['a,b'], [null]])(
  'what is no id is left to the driver, which escapes it: %p',
  (id) => {
    const ids = ['a0000000-0000-4000-8000-000000000001', id];
    expect(plainArray(ids)).toBe(ids);
  },
);
