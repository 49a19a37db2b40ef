import type { Finding } from './finding.js';

/** Says what keeps a text from being stored; anything a person can write is kept as it is. */
export function examineText(
  value: string,
  { max, multiline = false }: { max: number; multiline?: boolean },
): Finding[] {
  const control = multiline ? /[\x00-\x08\x0b-\x1f\x7f]/ : /[\x00-\x1f\x7f]/;
  if (control.test(value)) return [{ code: 'TEXT_CONTROL', message: 'control characters are not allowed.' }];
  if (!value.isWellFormed())
    return [{ code: 'TEXT_MALFORMED', message: 'a lone surrogate is no character.' }];
  if (value.trim() === '') return [{ code: 'TEXT_BLANK', message: 'a text is expected, found only blanks.' }];
  const length = [...value].length;
  if (length > max)
    return [{ code: 'TEXT_TOO_LONG', message: `${length} characters found, at most ${max} are allowed.` }];
  return [];
}
