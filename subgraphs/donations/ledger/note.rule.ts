import type { Finding } from '#shared/finding.js';
import { examineText, findPersonalNumber, type TextLimits } from '#shared/text.js';

/** Room for a paragraph; whatever is longer belongs into a document. */
const noteMax = 1_000;

/** Examines what a person writes beside a step; null and nothing are right. */
export function examineNote(note: string | null | undefined): Finding[] {
  return note == null ? [] : examineWords(note, { max: noteMax, multiline: true });
}

/** Examines a free text; findings repeat nothing of it, and no personal number belongs into it. */
export function examineWords(text: string, limits: TextLimits): Finding[] {
  const personal = findPersonalNumber(text);
  return [...examineText(text, limits), ...(personal === null ? [] : [personal])];
}
