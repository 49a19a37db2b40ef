// A pure rule of the hub, which decides by the same one when the code is sent.
import { examineUscc, normalizeUscc } from '../../../shared/uscc.js';
import type { FieldProblem } from './problems.js';

/** Yields the form in which codes are kept. */
export const plainUscc = normalizeUscc;

/** Says what is wrong with a code while it is typed; null when nothing is. */
export function mistakeInUscc(text: string): FieldProblem | null {
  const [mistake] = examineUscc(text).errors;
  return mistake === undefined ? null : { field: 'uscc', ...mistake };
}
