import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths } from '#shared/calendar.js';
import { disclosuresOf } from './disclosure.rule.js';

const start = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('R-FND-08: interim days are three months apart and before the end; the last is three months after it', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 2_000 }), (startsOn, days) => {
      const endsOn = addDays(startsOn, days);
      const due = disclosuresOf(startsOn, endsOn, startsOn);
      const interim = due.filter(({ kind }) => kind === 'INTERIM').map(({ dueOn }) => dueOn);
      expect(interim.length > 0).toBe(endsOn > addMonths(startsOn, 6));
      expect(interim).toEqual(interim.map((_, index) => addMonths(startsOn, 3 * (index + 1))));
      expect(interim.every((day) => day < endsOn)).toBe(true);
      expect(due.at(-1)).toEqual({ dueOn: addMonths(endsOn, 3), kind: 'FINAL' });
    }),
  );
});

test('R-FND-08: a campaign without an end knows its next day, and no last one', () => {
  const due = disclosuresOf('2026-01-01', null, '2026-05-01');
  expect(due.map(({ dueOn }) => dueOn)).toEqual(['2026-04-01', '2026-07-01']);
  expect(due.every(({ kind }) => kind === 'INTERIM')).toBe(true);
});
