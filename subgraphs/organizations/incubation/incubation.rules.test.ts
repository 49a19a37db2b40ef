import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#shared/calendar.js';
import { RegistrationStatus } from '../organization/organization.entity.js';
import { screenedFrom, screeningClock } from './incubation.clock.js';
import { IncubationStage as S } from './incubation.entity.js';
import {
  examineGraduation,
  type Graduation,
  incubationWarnings,
  screeningDueOn,
  type Step,
} from './incubation.rules.js';
import { allowedSteps } from './incubation.stages.js';

/** A history that takes these stages, one a day. */
const historyOf = (...stages: S[]): Step[] =>
  stages.map((to, index) => ({
    from: stages[index - 1] ?? null,
    to,
    at: new Date(Date.UTC(2026, 2, 2 + index)),
  }));

const sound: Graduation = {
  organization: {
    registrationStatus: RegistrationStatus.REGISTERED,
    registeredOn: null,
    uscc: '52360302MJ0000018B',
  },
  incubation: { entryStatus: RegistrationStatus.REGISTERED, termStart: '2026-01-01', termEnd: '2026-12-31' },
  history: historyOf(S.INCUBATING, S.MIDTERM_REVIEW, S.INCUBATING, S.FINAL_REVIEW),
  score: null,
};
const lacks = (difference: Partial<Graduation>) =>
  (examineGraduation({ ...sound, ...difference }).result()?.problems ?? []).map(({ code }) => code);

describe('R-INC-04: a graduation', () => {
  test('of a sound organization lacks nothing', () => {
    expect(lacks({})).toEqual([]);
    expect(lacks({ score: '60' })).toEqual([]);
    expect(lacks({ score: '9.5' })).toEqual(['FINAL_SCORE_TOO_LOW']);
  });

  test('waits for a rectification', () => {
    const passed = [S.MIDTERM_REVIEW, S.INCUBATING, S.MIDTERM_REVIEW, S.RECTIFYING];
    expect(lacks({ history: historyOf(...passed) })).toEqual(['RECTIFICATION_OPEN']);
    expect(lacks({ history: historyOf(...passed, S.INCUBATING) })).toEqual([]);
    expect(lacks({ history: historyOf(S.MIDTERM_REVIEW, S.RECTIFYING) })).toEqual([
      'MIDTERM_NOT_PASSED',
      'RECTIFICATION_OPEN',
    ]);
    expect(lacks({ history: historyOf(S.MIDTERM_REVIEW, S.RECTIFYING, S.INCUBATING) })).toEqual([]);
  });

  test.each([
    ['2025-12-31', ['REGISTERED_OUTSIDE_TERM']],
    ['2026-01-01', []],
    ['2026-12-31', []],
    ['2027-01-01', ['REGISTERED_OUTSIDE_TERM']],
    [null, ['REGISTERED_OUTSIDE_TERM']],
  ])('of one that came unregistered and was registered on %s', (registeredOn, codes) => {
    const incubation = { ...sound.incubation, entryStatus: RegistrationStatus.FILED };
    expect(lacks({ incubation, organization: { ...sound.organization, registeredOn } })).toEqual(codes);
  });
});

test('R-INC-02: the clock of the screening skips days on which nobody works', () => {
  // Entered on Tuesday, September 29, 2026; National Day is October 1 to 7, and October 10 is worked for it.
  const entered = { from: S.APPLIED, to: S.SCREENING, at: new Date('2026-09-29T03:00:00Z') };
  expect(screeningDueOn([])).toBeNull();
  expect(screeningDueOn([entered])).toBe('2026-10-12');
});

test('R-INC-03: a list hangs out for five working days', () => {
  const hung = (hours: number): Step[] => [
    { from: S.REVIEWING, to: S.PUBLICIZED, at: new Date('2026-03-02T03:00:00Z') },
    {
      from: S.PUBLICIZED,
      to: S.ADMITTED,
      at: new Date(Date.parse('2026-03-02T03:00:00Z') + hours * 3_600_000),
    },
  ];
  expect(incubationWarnings(hung(7 * 24))).toEqual([]);
  expect(incubationWarnings(hung(6 * 24))).toMatchObject([{ code: 'PUBLICITY_TOO_SHORT' }]);
});

test('R-INC-05: a term of 24 months leaves nothing to extend', () => {
  const final = { stage: S.FINAL_REVIEW, extensions: 0, termStart: '2024-03-01', termEnd: '2026-02-28' };
  expect(allowedSteps(final)).toContain(S.EXTENDED);
  expect(allowedSteps({ ...final, termEnd: '2026-03-01' })).not.toContain(S.EXTENDED);
  expect(allowedSteps({ ...final, extensions: 1 })).not.toContain(S.EXTENDED);
});

test('R-INC-02: the day from which a screening is in time parts those that are late from all others', () => {
  const late = (began: string, today: string) =>
    screeningClock([{ from: S.APPLIED, to: S.SCREENING, at: new Date(`${began}T04:00:00Z`) }], today)?.late;
  const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-01-20', days));
  fc.assert(
    fc.property(day, (today) => {
      const first = screenedFrom(today);
      expect([late(addDays(first, -1), today), late(first, today)]).toEqual([true, false]);
    }),
  );
});
