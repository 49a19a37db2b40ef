import { hash } from 'node:crypto';

/**
 * Writes a value as the one JSON text that all equal values share: members sorted by name, without spaces.
 * A member that is null counts as not given, as it does to a mutation; null in a list keeps its place.
 * A Date is its ISO text and a bigint its digits. Throws TypeError for what has no such text (NaN, functions, maps, sets):
 * two different requests must never look the same.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'bigint':
      return value.toString();
    case 'number':
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    case 'object':
      if (value instanceof Date) return JSON.stringify(value.toISOString());
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
      if (!hasHiddenContent(value)) return canonicalObject(value);
  }
  throw new TypeError(`${Object.prototype.toString.call(value)} has no canonical JSON`);
}

/** Whether the members of an object are not all there is to it, so that different ones would read alike. */
function hasHiddenContent(value: object): boolean {
  return (
    value instanceof Map || value instanceof Set || ArrayBuffer.isView(value) || value instanceof ArrayBuffer
  );
}

function canonicalObject(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== null && member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** Yields the SHA-256 of a text in UTF-8 as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return hash('sha256', text, 'hex');
}
