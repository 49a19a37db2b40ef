import { addMonths, addWorkingDays, workingDaysBetween } from '#shared/calendar.js';
import type { Finding } from '#shared/finding.js';
import { Inspection } from '#shared/problem.js';
import { today as dayOf } from '#shared/today.js';
import { examineUscc } from '#shared/uscc.js';
import { type DataWarning, warningsOf } from '#shared/warning.js';
import { examineFreeText } from '../free-text.js';
import { type Organization, RegistrationStatus } from '../organization/organization.entity.js';
import { type Incubation, IncubationStage as S, type StageEvent } from './incubation.entity.js';
import type { MoveIncubationInput } from './incubation.input.js';
import { termMonthsMax } from './incubation.stages.js';

const noteMax = 1_000;
/** Below it a final review is not passed (R-INC-04). */
const passMark = 60;
/** Length of a term and of its extension where the agreement names none (R-INC-03). */
const termMonths = 12;
/** The screening clock, and the least time a list hangs out (R-INC-02, R-INC-03). */
export const screeningDays = 5;
const publicityDays = 5;

/** A step that was taken. */
export type Step = Pick<StageEvent, 'from' | 'to' | 'at'>;

/** Terms are agreed at these steps, and scores given from the final review on. */
const termStages: readonly S[] = [S.ADMITTED, S.EXTENDED];
const scoreStages: readonly S[] = [S.FINAL_REVIEW, S.GRADUATED, S.EXTENDED, S.EXITED];

/** Examines what a step says, whatever the incubation. */
export function examineMove({ to, note, termStart, termEnd, finalScore }: MoveIncubationInput): Inspection {
  const isScore = finalScore == null || /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/.test(finalScore);
  const noTerm = `a term is agreed at ${termStages.join(' and ')}, not at ${to}.`;
  return new Inspection()
    .add('note', note == null ? [] : examineFreeText(note, { max: noteMax, multiline: true }))
    .expect(termStart == null || to === S.ADMITTED, 'termStart', 'TERM_NOT_EXPECTED', noTerm)
    .expect(termEnd == null || termStages.includes(to), 'termEnd', 'TERM_NOT_EXPECTED', noTerm)
    .expect(isScore, 'finalScore', 'SCORE_OUT_OF_RANGE', '0 to 100 with at most 2 decimals is expected.')
    .expect(
      finalScore == null || scoreStages.includes(to),
      'finalScore',
      'SCORE_NOT_EXPECTED',
      `a score is given at ${scoreStages.join(', ')}, not at ${to}.`,
    );
}

/** Yields the term that a step agrees (R-INC-03, R-INC-05); the present one at every other step. */
export function termOf(
  { termStart, termEnd }: Pick<Incubation, 'termStart' | 'termEnd'>,
  input: Pick<MoveIncubationInput, 'to' | 'termStart' | 'termEnd'>,
  today: string,
): { termStart: string | null; termEnd: string | null } {
  if (input.to === S.ADMITTED) {
    const start = input.termStart ?? today;
    return { termStart: start, termEnd: input.termEnd ?? addMonths(start, termMonths) };
  }
  if (input.to !== S.EXTENDED || termStart === null || termEnd === null) return { termStart, termEnd };
  const longest = addMonths(termStart, termMonthsMax);
  const usual = addMonths(termEnd, termMonths);
  return { termStart, termEnd: input.termEnd ?? (usual < longest ? usual : longest) };
}

/** Says what is wrong with a term: it goes forward, an extension makes it longer, and it ends within 24 months. */
export function termFindings(
  before: Pick<Incubation, 'termEnd'>,
  after: ReturnType<typeof termOf>,
): Finding[] {
  const { termStart, termEnd } = after;
  if (termStart === null || termEnd === null || termEnd === before.termEnd) return [];
  const longest = addMonths(termStart, termMonthsMax);
  const from = before.termEnd ?? termStart;
  if (termEnd <= from) return [{ code: 'PERIOD_EMPTY', message: `${termEnd} is not after ${from}.` }];
  if (termEnd <= longest) return [];
  const message = `${termEnd} is more than ${termMonthsMax} months after ${termStart}; ${longest} is the last day allowed.`;
  return [{ code: 'TERM_TOO_LONG', message, found: termEnd, allowed: longest }];
}

/** What a graduation is judged by. */
export interface Graduation {
  organization: Pick<Organization, 'registrationStatus' | 'registeredOn' | 'uscc'>;
  incubation: Pick<Incubation, 'entryStatus' | 'termStart' | 'termEnd'>;
  history: readonly Step[];
  score: string | null;
}

/** Says what an organization lacks to graduate (R-INC-04). */
export function examineGraduation({ organization, incubation, history, score }: Graduation): Inspection {
  const { registrationStatus, registeredOn, uscc } = organization;
  const { entryStatus, termStart, termEnd } = incubation;
  const isRegistered = registrationStatus === RegistrationStatus.REGISTERED;
  const isWithinTerm =
    registeredOn !== null && registeredOn >= (termStart ?? '') && registeredOn <= (termEnd ?? '');
  // A rectification that was accepted ends the review that asked for it.
  const reviews: readonly (S | null)[] = [S.MIDTERM_REVIEW, S.RECTIFYING];
  const hasPassed = history.some(({ from, to }) => reviews.includes(from) && to === S.INCUBATING);
  const lastOf = (isMeant: (step: Step) => boolean) => history.findLastIndex(isMeant);
  const isRectified =
    lastOf(({ to }) => to === S.RECTIFYING) <=
    lastOf(({ from, to }) => from === S.RECTIFYING && to === S.INCUBATING);
  return new Inspection()
    .expect(
      isRegistered,
      'to',
      'NOT_REGISTERED',
      `the organization is ${registrationStatus}, not REGISTERED.`,
    )
    .expect(
      uscc !== null && examineUscc(uscc).errors.length === 0,
      'to',
      'USCC_INVALID',
      'the organization has no valid unified social credit code on record.',
    )
    .expect(hasPassed, 'to', 'MIDTERM_NOT_PASSED', 'no midterm review was passed.')
    .expect(isRectified, 'to', 'RECTIFICATION_OPEN', 'a rectification is not finished.')
    .expect(
      score === null || Number(score) >= passMark,
      'finalScore',
      'FINAL_SCORE_TOO_LOW',
      `${score} found, ${passMark} is the pass mark.`,
    )
    .expect(
      entryStatus === RegistrationStatus.REGISTERED || isWithinTerm,
      'to',
      'REGISTERED_OUTSIDE_TERM',
      `the organization was ${entryStatus} when it was admitted and must be registered within its term, ${termStart} to ${termEnd}; it was ${registeredOn ?? 'on no day on record'}.`,
    );
}

/** Yields the last day of the screening clock; null when it never came to screening (R-INC-02). */
export function screeningDueOn(history: readonly Step[]): string | null {
  const entered = history.findLast(({ to }) => to === S.SCREENING);
  return entered === undefined ? null : addWorkingDays(dayOf(entered.at), screeningDays);
}

/** Lists what a person should look at: a list that hung out for less than its time before the admission (R-INC-03). */
export function incubationWarnings(history: readonly Step[]): DataWarning[] {
  const left = history.findIndex(({ from, to }) => from === S.PUBLICIZED && to === S.ADMITTED);
  const [entered, gone] = [history[left - 1], history[left]];
  if (entered === undefined || gone === undefined) return [];
  const days = workingDaysBetween(dayOf(entered.at), dayOf(gone.at));
  if (days >= publicityDays) return [];
  const message = `Publicized for ${days} working days; ${publicityDays} are expected before the admission.`;
  return warningsOf('stage', [{ code: 'PUBLICITY_TOO_SHORT', message }]);
}
