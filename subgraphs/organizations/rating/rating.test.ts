import { describe, expect, test } from '@jest/globals';
import { CheckResult, ComplianceKind, type ComplianceRecord } from '../compliance/compliance.entity.js';
import { RegistrationStatus } from '../organization/organization.entity.js';
import { Rating, type RatingPeriod } from './rating.entity.js';
import {
  type Candidate,
  effectiveRating,
  ratingEnd,
  ratingFindings,
  satisfiesAtLeast,
} from './rating.rules.js';

const period = (grade: Rating, validFrom: string): RatingPeriod => ({
  organizationId: '',
  grade,
  validFrom,
  validTo: ratingEnd(validFrom),
});
const record = (kind: ComplianceKind, rest: Partial<ComplianceRecord>) =>
  ({ kind, year: null, result: null, startsOn: null, endsOn: null, ...rest }) as ComplianceRecord;
const check = (year: number, result: CheckResult) => record(ComplianceKind.ANNUAL_CHECK, { year, result });

/** Codes of what keeps a sound organization, with some difference, from a rating on 2026-06-01. */
function codesOf(difference: Partial<Candidate> = {}, ...compliance: ComplianceRecord[]): string[] {
  return ratingFindings({
    organization: {
      registrationStatus: RegistrationStatus.REGISTERED,
      registeredOn: '2020-01-01',
      foundedOn: null,
    },
    ratings: [],
    compliance: compliance.some(({ kind }) => kind === ComplianceKind.ANNUAL_CHECK)
      ? compliance
      : [check(2025, CheckResult.PASSED), ...compliance],
    grade: Rating.AAA,
    validFrom: '2026-06-01',
    ...difference,
  }).map(({ code }) => code);
}

test('R-RAT-01: a result is valid for five years', () => {
  expect(ratingEnd('2024-02-29')).toBe('2029-02-28');
});

describe('R-RAT-02: a rating', () => {
  const of = (
    registrationStatus: RegistrationStatus,
    registeredOn: string | null,
    foundedOn: string | null = null,
  ) => ({
    organization: { registrationStatus, registeredOn, foundedOn },
  });

  test('is for a body registered for two years', () => {
    expect(codesOf()).toEqual([]);
    expect(codesOf(of(RegistrationStatus.FILED, null))).toEqual(['NOT_REGISTERED']);
    expect(codesOf(of(RegistrationStatus.REGISTERED, '2024-06-02'))).toEqual(['REGISTERED_TOO_SHORT']);
    expect(codesOf(of(RegistrationStatus.REGISTERED, '2024-06-01'))).toEqual([]);
    expect(codesOf(of(RegistrationStatus.REGISTERED, null, '2024-06-01'))).toEqual([]);
    expect(codesOf(of(RegistrationStatus.REGISTERED, null))).toEqual(['REGISTRATION_DAY_UNKNOWN']);
  });

  test('comes again after five years, or after two for a better grade', () => {
    expect(codesOf({ ratings: [period(Rating.AAAAA, '2021-06-01')] })).toEqual([]);
    expect(codesOf({ ratings: [period(Rating.AAAAA, '2021-06-02')] })).toEqual(['RATED_RECENTLY']);
    expect(codesOf({ ratings: [period(Rating.AA, '2024-06-01')] })).toEqual([]);
    expect(codesOf({ ratings: [period(Rating.AA, '2024-06-02')] })).toEqual(['RATED_RECENTLY']);
    expect(codesOf({ ratings: [period(Rating.AAA, '2024-06-01')] })).toEqual(['RATED_RECENTLY']);
    // What counts is the latest result, not one before it.
    expect(codesOf({ ratings: [period(Rating.A, '2019-01-01'), period(Rating.AA, '2025-01-01')] })).toEqual([
      'RATED_RECENTLY',
    ]);
  });
});

describe('R-RAT-03: a rating is refused', () => {
  test.each([
    ['ANNUAL_CHECK_MISSING', [check(2024, CheckResult.PASSED)]],
    ['ANNUAL_CHECK_FAILED', [check(2025, CheckResult.FAILED)]],
    [
      'ANNUAL_CHECK_BASIC_TWICE',
      [check(2024, CheckResult.BASICALLY_PASSED), check(2025, CheckResult.BASICALLY_PASSED)],
    ],
    [
      'PENALISED_LAST_YEAR',
      [record(ComplianceKind.PENALTY, { startsOn: '2025-06-02', endsOn: '2025-07-01' })],
    ],
    ['PENALTY_UNEXECUTED', [record(ComplianceKind.PENALTY, { startsOn: '2023-01-01' })]],
    ['UNDER_INVESTIGATION', [record(ComplianceKind.INVESTIGATION, { startsOn: '2026-05-01' })]],
    [
      'LISTED_ABNORMAL',
      [record(ComplianceKind.ABNORMAL_LIST, { startsOn: '2026-05-01', endsOn: '2026-06-02' })],
    ],
    ['LISTED_UNTRUSTWORTHY', [record(ComplianceKind.UNTRUSTWORTHY_LIST, { startsOn: '2026-05-01' })]],
  ])('%s', (code, compliance) => {
    expect(codesOf({}, ...compliance)).toEqual([code]);
  });

  test('not for what is over', () => {
    const over = [
      check(2025, CheckResult.BASICALLY_PASSED),
      check(2024, CheckResult.PASSED),
      check(2020, CheckResult.FAILED),
      record(ComplianceKind.PENALTY, { startsOn: '2025-06-01', endsOn: '2025-06-02' }),
      record(ComplianceKind.INVESTIGATION, { startsOn: '2025-01-01', endsOn: '2026-06-01' }),
      record(ComplianceKind.ABNORMAL_LIST, { startsOn: '2026-06-02' }),
    ];
    expect(codesOf({}, ...over)).toEqual([]);
  });
});

test('R-RAT-04: an expired 5A satisfies nothing', () => {
  const periods = [period(Rating.AAAAA, '2019-01-01')];
  expect(effectiveRating(periods, '2018-12-31')).toBeNull();
  expect(effectiveRating(periods, '2023-12-31')).toBe(Rating.AAAAA);
  expect(effectiveRating(periods, '2024-01-01')).toBeNull();
  expect(satisfiesAtLeast(effectiveRating(periods, '2024-01-01'), Rating.AAA)).toBe(false);
  expect(satisfiesAtLeast(Rating.AAA, Rating.AAA)).toBe(true);
  expect(satisfiesAtLeast(Rating.AAAA, Rating.AAA)).toBe(true);
  expect(satisfiesAtLeast(Rating.AA, Rating.AAA)).toBe(false);
});

test('R-RAT-04: of two results the later one is in force', () => {
  const periods = [period(Rating.AA, '2022-01-01'), period(Rating.AAAA, '2024-01-01')];
  expect(effectiveRating(periods, '2023-12-31')).toBe(Rating.AA);
  expect(effectiveRating(periods, '2024-01-01')).toBe(Rating.AAAA);
});
