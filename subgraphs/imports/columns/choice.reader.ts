import { shown } from '#shared/finding.js';
import type { CellText } from './cell-text.js';
import type { Field, FieldValue } from './fields.js';
import { error, read, refused, type Reading } from './problem.js';
import { fold, foldWord, nearest } from './spelling.js';

const indexes = new WeakMap<readonly FieldValue[], ReadonlyMap<string, string>>();

/** Folded words of the values, and the values themselves. */
function indexOf(values: readonly FieldValue[]): ReadonlyMap<string, string> {
  const known = indexes.get(values);
  if (known) return known;
  const index = new Map(
    values.flatMap(({ value, words }) => [value, ...words].map((word) => [fold(word), value] as const)),
  );
  indexes.set(values, index);
  return index;
}

/** Reads one of a field's values by its Chinese or English word; for one that is near a word, says which may be meant. */
export function readChoice({ text }: CellText, { values = [], kind }: Field): Reading<string> {
  const index = indexOf(values);
  const found = index.get(foldWord(text));
  if (found !== undefined) return read(found);
  const meant = values.find(({ value }) => value === nearest(text, index));
  const words = values.map(({ words: [word = ''] }) => word).join('、');
  const code = kind === 'boolean' ? 'BOOLEAN_UNKNOWN' : 'ENUM_UNKNOWN';
  const message = `${shown(text)} is none of the values; allowed: ${words}.`;
  return refused(error(code, message, meant?.words[0] ?? null));
}
