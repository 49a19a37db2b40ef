import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { demoIncubations } from '../demo/incubations.js';
import { IncubationStage as S } from './incubation.entity.js';
import { funnelOf, funnelStages, transitions } from './incubation.stages.js';

test('R-INC-01: every stage says where it may go, and can be reached', () => {
  const reachable = new Set([S.APPLIED]);
  for (const stage of reachable) transitions[stage].forEach((next) => reachable.add(next));
  expect(reachable).toEqual(new Set(Object.values(S)));
});

test('R-INC-01: the dataset takes only listed steps', () => {
  for (const { from, to } of demoIncubations().events) {
    expect(from === null ? to === S.APPLIED : transitions[from].includes(to)).toBe(true);
  }
});

test('R-INC-07: a funnel never grows, whatever the cohort', () => {
  const cell = fc.record({
    furthest: fc.integer({ min: 1, max: funnelStages.length }),
    stage: fc.constantFrom(...Object.values(S)),
    count: fc.nat(1_000),
  });
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const reached = funnelOf(cells).map((stage) => stage.reached);
      expect(reached).toEqual([...reached].sort((a, b) => b - a));
      expect(reached[0]).toBe(cells.reduce((sum, { count }) => sum + count, 0));
    }),
  );
});
