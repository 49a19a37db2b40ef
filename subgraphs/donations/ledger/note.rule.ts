import type { Finding } from '#shared/finding.js';
import { examineText } from '#shared/text.js';

/** Room for a paragraph; whatever is longer belongs into a document. */
const noteMax = 1_000;

/** Examines what a person writes beside a step: no personal number belongs there. */
export function examineNote(note: string | null | undefined): Finding[] {
  return note == null ? [] : examineText(note, { max: noteMax, multiline: true });
}
