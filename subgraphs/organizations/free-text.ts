import type { Finding } from '#shared/finding.js';
import { examineText, findPersonalNumber, type TextLimits } from '#shared/text.js';

/** Examines a text in which people tell what they like; numbers of persons do not belong there. */
export function examineFreeText(text: string, limits: TextLimits): Finding[] {
  const personal = findPersonalNumber(text);
  return [...examineText(text, limits), ...(personal === null ? [] : [personal])];
}
