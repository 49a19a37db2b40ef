import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dashboardSearch } from './search.js';

test('whatever stands in an address, a page takes what it knows and leaves out the rest', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (search) => {
      for (const value of Object.values(dashboardSearch(search)))
        expect(value === undefined || (typeof value === 'string' && value.length <= 200)).toBe(true);
    }),
  );
});

test.each([
  [{ area: 360302 }, { area: '360302' }],
  [{ area: '360302100201-G001' }, { area: '360302100201-G001' }],
  [{ area: '36030' }, {}],
  [{ year: 2024 }, { year: '2024' }],
  [{ year: '24' }, {}],
  [{ mode: 'wall' }, { mode: 'wall' }],
  [{ mode: 'tv', kind: 'BANK', stage: 'constructor' }, {}],
])('%j is read as %j', (search, read) => {
  expect(JSON.parse(JSON.stringify(dashboardSearch(search)))).toEqual(read);
});
