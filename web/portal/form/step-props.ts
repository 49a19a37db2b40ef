import type { Draft, DraftField } from './draft.js';

/** What each step of the form is given. */
export interface StepProps {
  draft: Draft;
  change(part: Partial<Draft>): void;
  /** What is wrong with a field, in the reader's words. */
  mistakeOf(field: DraftField): string | undefined;
  /** Whether it is on record: its category and its unit are for life then. */
  isKnown: boolean;
}
