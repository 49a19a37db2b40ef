import { type FieldProblem } from './problems.js';

/** Alphabet of unified social credit codes (GB 32100-2015); a character's value is its index. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Weights 3^i mod 31 of the first seventeen characters. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Yields the form in which codes are kept: half-width, without spaces and hyphens, upper-case. */
export const plainUscc = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Dash}]/gu, '')
    .toUpperCase();

/** Yields the eighteenth character that belongs to the first seventeen. */
export function checkOf(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(first17[at] ?? ''), 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

const problem = (code: string, message: string, found: string, allowed?: string): FieldProblem => ({
  field: 'uscc',
  code,
  message,
  found,
  ...(allowed === undefined ? {} : { allowed }),
});

/** Says what is wrong with a code while it is typed; null when nothing is. The hub decides when it is sent. */
export function mistakeInUscc(text: string): FieldProblem | null {
  const code = plainUscc(text);
  const characters = [...code];
  const bad = characters.find((character) => !alphabet.includes(character));
  if (bad !== undefined)
    return problem(
      'USCC_BAD_CHAR',
      `“${bad}” is not allowed: digits and capitals except I, O, S, V, Z.`,
      bad,
    );
  if (characters.length !== 18)
    return problem(
      'USCC_LENGTH',
      `A credit code has 18 characters, found ${characters.length}.`,
      `${characters.length} characters`,
    );
  const division = code.slice(2, 8);
  if (/\D/.test(division))
    return problem('USCC_BAD_FORM', `Positions 3 to 8 should be six digits, found ${division}.`, division);
  const expected = checkOf(code.slice(0, 17));
  const found = code.slice(17);
  return found === expected
    ? null
    : problem(
        'USCC_BAD_CHECK',
        `Position 18, the check, should be ${expected}; you typed ${found}.`,
        found,
        expected,
      );
}
