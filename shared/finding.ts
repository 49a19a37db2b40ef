/**
 * What is the matter with one value that a client gave; it becomes a field's problem in a mutation's answer.
 * You may rely on codes being stable: clients branch on them. You must keep personal data out of every member,
 * because answers and logs show them.
 */
export interface Finding {
  /** What is the case, such as "USCC_BAD_CHECK". */
  code: string;
  /** Says in one sentence what was found and what is allowed. */
  message: string;
  /** The part of the value that is not allowed, when it may be shown. */
  found?: string;
  /** What is allowed in its place. */
  allowed?: string;
}

/** Findings of one value: an error refuses it, a warning lets it pass and asks for a second look. */
export interface Examination {
  errors: Finding[];
  warnings: Finding[];
}

/** Enough to recognise a wrong number or code, too little to flood an answer. */
const shownMax = 40;

/** Quotes a value for a message: control characters and lone surrogates escaped, a long one cut at a whole character. */
export function shown(value: string): string {
  // A code point has at most two units, so the slice holds enough of them and spares splitting a long text.
  const points = [...value.slice(0, 2 * shownMax + 2)];
  if (points.length <= shownMax) return JSON.stringify(value);
  return `${JSON.stringify(points.slice(0, shownMax).join('')).slice(0, -1)}…"`;
}
