import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { flowRows } from './flow-rows.js';
import type { OverviewArea } from './overview.js';

const kinds = ['UNIVERSITY', 'FOUNDATION'] as const;
const categories = ['TRAINING', 'GOODS'] as const;

const flowsOf = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }).map((counts) =>
  kinds
    .flatMap((partnerKind) => categories.map((category) => ({ partnerKind, category })))
    .map((pair, index) => ({ ...pair, count: counts[index] ?? 0 }))
    .filter(({ count }) => count > 0),
);

/** An area whose flows are those below it and its own. */
const areaOf = fc.tuple(flowsOf, fc.array(flowsOf, { maxLength: 4 })).map(([own, below]) => {
  const all = Map.groupBy(
    [own, ...below].flat(),
    ({ partnerKind, category }) => `${partnerKind} ${category}`,
  );
  const flows = [...all.values()].flatMap((same) =>
    same[0] === undefined ? [] : [{ ...same[0], count: same.reduce((sum, { count }) => sum + count, 0) }],
  );
  return {
    linkSummary: { flows },
    children: below.map((each, index) => ({
      code: String(index),
      name: `${index}`,
      nameEn: null,
      linkSummary: { flows: each },
    })),
  } as unknown as OverviewArea;
});

test('rows of an area and those below it add up to its links, and no link is told twice', () => {
  fc.assert(
    fc.property(areaOf, (area) => {
      const rows = flowRows(area);
      const sum = (some: readonly { count: number }[]) => some.reduce((total, { count }) => total + count, 0);
      expect(sum(rows)).toBe(sum(area.linkSummary.flows));
      for (const child of area.children)
        expect(sum(rows.filter(({ place }) => place?.code === child.code))).toBe(
          sum(child.linkSummary.flows),
        );
      expect(rows.every(({ count }) => count > 0)).toBe(true);
    }),
  );
});
