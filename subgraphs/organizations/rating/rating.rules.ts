import { addMonths } from '#shared/calendar.js';
import type { Finding } from '#shared/finding.js';
import { CheckResult, ComplianceKind, type ComplianceRecord } from '../compliance/compliance.entity.js';
import { type Organization, RegistrationStatus } from '../organization/organization.entity.js';
import { Rating, type RatingPeriod } from './rating.entity.js';

/** From the lowest to the highest. */
const grades: readonly Rating[] = [Rating.A, Rating.AA, Rating.AAA, Rating.AAAA, Rating.AAAAA];

/** Yields the grade in force on a day: the latest result, and none once its years are over (R-RAT-04). */
export function effectiveRating(
  periods: readonly Pick<RatingPeriod, 'grade' | 'validFrom' | 'validTo'>[],
  asOf: string,
): Rating | null {
  const [latest] = periods
    .filter(({ validFrom }) => validFrom <= asOf)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return latest !== undefined && latest.validTo > asOf ? latest.grade : null;
}

/** Whether a grade in force is the wanted one or better; no grade satisfies nothing (R-RAT-04). */
export function satisfiesAtLeast(grade: Rating | null, wanted: Rating): boolean {
  return grade !== null && grades.indexOf(grade) >= grades.indexOf(wanted);
}

/** Years that a result is valid, and that must pass before the first one and before a better one (R-RAT-01, R-RAT-02). */
const validYears = 5;
const waitingYears = 2;

/** Yields the day on which a result stops being in force (R-RAT-01). */
export const ratingEnd = (validFrom: string): string => addMonths(validFrom, validYears * 12);

/** What a rating is judged by. */
export interface Candidate {
  organization: Pick<Organization, 'registrationStatus' | 'registeredOn' | 'foundedOn'>;
  ratings: readonly RatingPeriod[];
  compliance: readonly ComplianceRecord[];
  grade: Rating;
  validFrom: string;
}

/** Says why an organization cannot be rated: by how long it exists (R-RAT-02) and by what the authorities found (R-RAT-03). */
export function ratingFindings(candidate: Candidate): Finding[] {
  return [...eligibilityFindings(candidate), ...checkFindings(candidate), ...caseFindings(candidate)];
}

/** Registered for two years and never rated, or five years over, or two years since the last one and upgrading (R-RAT-02). */
function eligibilityFindings({ organization, ratings, grade, validFrom }: Candidate): Finding[] {
  const { registrationStatus, registeredOn, foundedOn } = organization;
  if (registrationStatus !== RegistrationStatus.REGISTERED) {
    return [
      { code: 'NOT_REGISTERED', message: `the organization is ${registrationStatus}, not REGISTERED.` },
    ];
  }
  const [last] = [...ratings].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  if (last !== undefined) return againFindings(last, grade, validFrom);
  const since = registeredOn ?? foundedOn;
  if (since === null) {
    return [{ code: 'REGISTRATION_DAY_UNKNOWN', message: 'the day of its registration is not on record.' }];
  }
  const allowed = addMonths(since, waitingYears * 12);
  if (validFrom >= allowed) return [];
  const message = `registered since ${since}; a first rating is allowed from ${allowed}.`;
  return [{ code: 'REGISTERED_TOO_SHORT', message, found: since, allowed }];
}

function againFindings(last: RatingPeriod, grade: Rating, validFrom: string): Finding[] {
  if (validFrom >= last.validTo) return [];
  const allowed = addMonths(last.validFrom, waitingYears * 12);
  const isUpgrade = grade !== last.grade && satisfiesAtLeast(grade, last.grade);
  if (isUpgrade && validFrom >= allowed) return [];
  const message = `rated ${last.grade} since ${last.validFrom}; a better grade is allowed from ${allowed}, any from ${last.validTo}.`;
  return [{ code: 'RATED_RECENTLY', message, found: last.validFrom, allowed }];
}

/** The annual check of the year before must be passed, and not "basically" twice running (R-RAT-03). */
function checkFindings({ compliance, validFrom }: Candidate): Finding[] {
  const year = Number(validFrom.slice(0, 4)) - 1;
  const resultOf = (wanted: number) =>
    compliance.find((record) => record.kind === ComplianceKind.ANNUAL_CHECK && record.year === wanted)
      ?.result;
  const result = resultOf(year);
  if (result === undefined)
    return [{ code: 'ANNUAL_CHECK_MISSING', message: `the annual check of ${year} is not on record.` }];
  if (result === CheckResult.FAILED)
    return [{ code: 'ANNUAL_CHECK_FAILED', message: `the annual check of ${year} was failed.` }];
  const isBasic = [result, resultOf(year - 1)].every((one) => one === CheckResult.BASICALLY_PASSED);
  if (!isBasic) return [];
  const message = `the annual checks of ${year - 1} and ${year} were only basically passed.`;
  return [{ code: 'ANNUAL_CHECK_BASIC_TWICE', message }];
}

const openCases: Partial<Record<ComplianceKind, [code: string, message: string]>> = {
  [ComplianceKind.PENALTY]: ['PENALTY_UNEXECUTED', 'a penalty has not been executed.'],
  [ComplianceKind.INVESTIGATION]: ['UNDER_INVESTIGATION', 'the organization is under investigation.'],
  [ComplianceKind.ABNORMAL_LIST]: [
    'LISTED_ABNORMAL',
    'the organization is on the list of abnormal activity.',
  ],
  [ComplianceKind.UNTRUSTWORTHY_LIST]: [
    'LISTED_UNTRUSTWORTHY',
    'the organization is on the list of serious breaches of trust.',
  ],
};

/** Nothing may be open, and no penalty given within the year before (R-RAT-03). */
function caseFindings({ compliance, validFrom }: Candidate): Finding[] {
  const yearBefore = addMonths(validFrom, -12);
  const known = compliance.filter(({ startsOn }) => startsOn !== null && startsOn <= validFrom);
  const open = known.filter(({ endsOn }) => endsOn === null || endsOn > validFrom);
  const isPenalised = known.some(
    ({ kind, startsOn }) => kind === ComplianceKind.PENALTY && startsOn !== null && startsOn > yearBefore,
  );
  const penalised = { code: 'PENALISED_LAST_YEAR', message: `a penalty was given after ${yearBefore}.` };
  const kinds = new Set(open.map(({ kind }) => kind));
  const found = Object.entries(openCases).filter(([kind]) => kinds.has(kind as ComplianceKind));
  return [...(isPenalised ? [penalised] : []), ...found.map(([, [code, message]]) => ({ code, message }))];
}
