import { useState } from 'react';
import { type FieldProblem, useProblemText } from '../common/problems.js';
import { controlOf, type Draft, type DraftField, type FormStep, formSteps, stepOf } from './draft.js';
import { type Mistakes, mistakesOf, mistakesUpTo } from './mistakes.js';

const fields = Object.keys(stepOf) as DraftField[];

/** Waits until the step that holds a control is shown. */
const focusSoon = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

/** The state of the form: what is filled in, at which step, and what is wrong. */
export function useForm(initial: Draft) {
  const problemText = useProblemText();
  const [draft, setDraft] = useState(initial);
  const [step, setStep] = useState<FormStep>('kind');
  const [isDirty, setDirty] = useState(false);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [attempt, setAttempt] = useState(0);
  // The summary lists what a step was refused for. What is found when a field is left stands at the field alone: a list that
  // appeared above would move the button from under the pointer.
  const [refused, setRefused] = useState<readonly string[]>([]);
  const refuse = (found: Mistakes) => {
    setMistakes(found);
    setRefused(Object.keys(found));
    setAttempt((count) => count + 1);
  };
  const mistakeOf = (field: DraftField) => {
    const found = mistakes[field];
    return found === undefined ? undefined : problemText(found);
  };
  const goTo = (next: FormStep) => {
    setStep(next);
    focusSoon('resource-step');
  };
  return {
    ...{ draft, step, isDirty, attempt, mistakeOf, goTo, setDirty },
    /** What is wrong, in the order of the form. */
    listed: fields.flatMap((field) => {
      const text = refused.includes(field) ? mistakeOf(field) : undefined;
      return text === undefined ? [] : [{ field, text }];
    }),
    replace: (next: Draft) => {
      setDraft(next);
      setDirty(true);
      setMistakes({});
    },
    change: (part: Partial<Draft>) => {
      setDraft({ ...draft, ...part });
      setDirty(true);
      setMistakes(Object.fromEntries(Object.entries(mistakes).filter(([field]) => !(field in part))));
    },
    /** Examines one field when it is left. */
    leave: (id: string) => {
      const field = fields.find((each) => controlOf(each) === id);
      const found = field === undefined ? undefined : mistakesUpTo(draft, 'review')[field];
      if (field !== undefined && found !== undefined) setMistakes({ ...mistakes, [field]: found });
    },
    /** Goes on where nothing is wrong up to here; yields whether it did. */
    next: (): boolean => {
      const found = mistakesUpTo(draft, step);
      if (Object.keys(found).length > 0) {
        refuse(found);
        return false;
      }
      setMistakes({});
      setRefused([]);
      const following = formSteps[formSteps.indexOf(step) + 1];
      if (following !== undefined) goTo(following);
      return true;
    },
    /** Shows what the hub found, at the first step that holds some of it. */
    showProblems: (problems: readonly FieldProblem[]) => {
      const found = mistakesOf(problems);
      const first = fields.find((field) => found[field] !== undefined);
      if (first !== undefined) setStep(stepOf[first]);
      refuse(found);
    },
    goToField: (field: DraftField) => {
      setStep(stepOf[field]);
      focusSoon(controlOf(field));
    },
  };
}
