import { type Dictionary, isDictionary } from './types.js';

/** Would change what an object is, not what it holds. */
const poison = '__proto__';

/** Puts everything that one object has into another; lists of equal length are merged item by item, and null takes nothing away. */
export function mergeInto(target: Dictionary, source: Dictionary): void {
  for (const key in source) {
    if (key === poison || !Object.hasOwn(source, key)) continue;
    const [known, value] = [Object.hasOwn(target, key) ? target[key] : undefined, source[key]];
    if (known === undefined || known === null) target[key] = value;
    else if (value !== null && value !== undefined) target[key] = merged(known, value);
  }
}

function merged(known: unknown, value: unknown): unknown {
  if (isDictionary(known) && isDictionary(value)) {
    if (known !== value) mergeInto(known, value);
    return known;
  }
  if (!Array.isArray(known) || !Array.isArray(value) || known.length !== value.length) return value;
  value.forEach((item, index) => {
    known[index] = known[index] == null || item == null ? (item ?? known[index]) : merged(known[index], item);
  });
  return known;
}
