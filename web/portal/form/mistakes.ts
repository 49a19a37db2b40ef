import type { FieldProblem } from '../common/problems.js';
import { type Draft, type DraftField, fieldOf, type FormStep, formSteps, stepOf } from './draft.js';

/** What is wrong with fields of the form. */
export type Mistakes = Partial<Record<DraftField, FieldProblem>>;

const problem = (field: DraftField, code: string, message: string): FieldProblem => ({
  field,
  code,
  message,
});

/** What can be told before the hub is asked; the rules are its own, and it examines everything again. */
const checks: readonly ((draft: Draft) => FieldProblem | null)[] = [
  ({ category }) =>
    category === null ? problem('category', 'CATEGORY_MISSING', 'Choose what kind it is.') : null,
  ({ title }) => (title.trim() === '' ? problem('title', 'TEXT_BLANK', 'Please fill this in.') : null),
  ({ capacity }) => mistakeInQuantity(capacity.trim()),
  ({ unit }) => (unit.trim() === '' ? problem('unit', 'TEXT_BLANK', 'Please fill this in.') : null),
  ({ availableFrom, lastDay }) =>
    availableFrom !== '' && lastDay !== '' && lastDay < availableFrom
      ? problem('lastDay', 'PERIOD_EMPTY', 'The last day cannot be before the first.')
      : null,
  ({ areaCodes }) =>
    areaCodes.length > 50
      ? problem('areaCodes', 'TOO_MANY_AREAS', 'At most 50 areas; choose the one above them.')
      : null,
];

function mistakeInQuantity(text: string): FieldProblem | null {
  if (text === '') return problem('capacity', 'QUANTITY_MISSING', 'How much is there? A number above 0.');
  if (!/^\d+(\.\d+)?$/.test(text))
    return problem('capacity', 'QUANTITY_MALFORMED', 'This is no quantity: write a number such as 12.5.');
  if (/^[0.]+$/.test(text)) return problem('capacity', 'QUANTITY_NOT_POSITIVE', 'It should be above 0.');
  return /\.\d{4}/.test(text) ? problem('capacity', 'QUANTITY_TOO_PRECISE', 'At most 3 decimals.') : null;
}

/** Finds what is wrong in the steps up to one. */
export function mistakesUpTo(draft: Draft, step: FormStep): Mistakes {
  const last = formSteps.indexOf(step);
  const found = checks
    .map((check) => check(draft))
    .filter((each) => each !== null)
    .map((each) => [each.field as DraftField, each] as const)
    .filter(([field]) => formSteps.indexOf(stepOf[field]) <= last);
  return Object.fromEntries(found);
}

/** Puts what the hub found to its fields; the first of each counts. */
export function mistakesOf(problems: readonly FieldProblem[]): Mistakes {
  const mistakes: Mistakes = {};
  for (const each of problems) {
    const field = fieldOf(each.field);
    if (field !== null) mistakes[field] ??= each;
  }
  return mistakes;
}
