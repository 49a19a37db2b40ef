/** Texts longer than this are left to V8, which is faster at them. */
const shortMax = 64;

/** What JSON writes otherwise than it is: quotes, backslashes, control characters, halves of a surrogate pair. */
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Writes a text as JSON. */
export const quoted = (text: string): string =>
  text.length > shortMax || escaped.test(text) ? JSON.stringify(text) : `"${text}"`;

/**
 * Makes one text of what was put together of many. V8 keeps them as a tree until the text is needed whole, as it is to know its length in
 * bytes; for as long as somebody holds the tree, the garbage collector copies it node by node, thousands of them for one answer.
 */
export const whole = (text: string): string => (Buffer.byteLength(text) === 0 ? '' : text);

/** Writes a value of a scalar as JSON; what JSON does not have is null. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  return JSON.stringify(value) ?? 'null';
}
