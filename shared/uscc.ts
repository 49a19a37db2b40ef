import { shown, type Examination, type Finding } from './finding.js';
import { usccPrefixes } from './uscc-prefix.js';

/** Alphabet of unified social credit codes (R-USCC-02); a character's value is its index. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const allowedCharacters = 'digits and capital letters except I, O, S, V and Z';

/** Weights 3^i mod 31 of the first seventeen characters (R-USCC-04). */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Weights of an organization code's eight characters (R-USCC-05). */
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Yields the eighteenth character that belongs to the first seventeen (R-USCC-04). */
export function usccCheck(first17: string): string {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * alphabet.indexOf(first17[index] ?? ''),
    0,
  );
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

/** Yields the check character of an organization code's eight characters (R-USCC-05). */
export function organizationCodeCheck(first8: string): string {
  const sum = organizationWeights.reduce(
    (total, weight, index) => total + weight * parseInt(first8[index] ?? '', 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** What a code is compared with beside its own form; everything is optional, because only the caller knows it. */
export interface UsccExpectation {
  /** First two characters that the declared kind may have (R-USCC-07). */
  allowedPrefixes?: readonly string[];
  /** Whether another prefix refuses the code, as when one registers oneself, or only warns, as in an import. */
  mismatch?: 'ERROR' | 'WARNING';
  /** Whether a division is on record now (R-USCC-08). */
  isKnownDivision?: (division: string) => boolean;
}

/** A code as it is to be stored, with what is the matter with it. */
export interface UsccExamination extends Examination {
  code: string;
}

/** Division of those registered nationally; it is no area (R-USCC-08). */
const nationalDivision = '100000';

/** Letters that the alphabet leaves out, and the digit that is usually meant. Told as a hint: a guess must not be stored. */
const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2' };

/** Yields the code in the form in which codes are kept and compared: half-width, without spaces and hyphens, upper-case (R-USCC-01). */
export function normalizeUscc(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Dash}]/gu, '')
    .toUpperCase();
}

/**
 * Examines a code as a client wrote it (R-USCC-01 to R-USCC-05, R-USCC-07, R-USCC-08).
 * You may rely on `code` being a valid code when there are no errors; it is the normalised text in any case.
 * Findings never hold the whole code: people type their own identity number into this field, which has as many digits.
 */
export function examineUscc(text: string, expectation: UsccExpectation = {}): UsccExamination {
  const code = normalizeUscc(text);
  const characters = [...code];
  if (characters.length !== 18) {
    const found = `${characters.length} characters`;
    const message = `A unified social credit code has exactly 18 characters, found ${characters.length}.`;
    return {
      code,
      errors: [{ code: 'USCC_LENGTH', message, found, allowed: '18 characters' }],
      warnings: [],
    };
  }
  const errors = [...badCharacters(characters), ...badForm(code)];
  // The check of a code with an illegal character has no value to compare with.
  if (errors.length === 0) errors.push(...badCheck(code));
  const mismatch = kindMismatch(code, expectation);
  if (expectation.mismatch !== 'WARNING') errors.push(...mismatch);
  const warnings = [
    ...(expectation.mismatch === 'WARNING' ? mismatch : []),
    ...unknownPrefix(code),
    ...unknownDivision(code, expectation),
    ...badOrganizationCheck(code),
  ];
  return { code, errors, warnings };
}

function badCharacters(characters: readonly string[]): Finding[] {
  return characters.flatMap((found, index) => {
    if (alphabet.includes(found)) return [];
    const meant = lookalikes[found];
    const hint = meant === undefined ? '' : ` (did you mean ${meant}?)`;
    const message = `Position ${index + 1} is ${shown(found)}${hint}; ${allowedCharacters} are allowed.`;
    return [{ code: 'USCC_BAD_CHAR', message, found, allowed: allowedCharacters }];
  });
}

/** Positions 3 to 8 name a division, so letters of the alphabet are not allowed there (R-USCC-03). */
function badForm(code: string): Finding[] {
  const division = code.slice(2, 8);
  const index = [...division].findIndex((character) => alphabet.indexOf(character) > 9);
  if (index < 0) return [];
  const message = `Positions 3 to 8 are the division where the code was issued, six digits; position ${index + 3} is ${division[index]}.`;
  return [{ code: 'USCC_BAD_FORM', message, found: division, allowed: 'six digits' }];
}

function badCheck(code: string): Finding[] {
  const allowed = usccCheck(code.slice(0, 17));
  const found = code.slice(17);
  if (found === allowed) return [];
  const message = `Position 18 should be ${allowed}, found ${found}: a character of the code is wrong or two are swapped.`;
  return [{ code: 'USCC_BAD_CHECK', message, found, allowed }];
}

/** A warning only: that every organization code in a credit code keeps the older check is common knowledge, not a rule we read. */
function badOrganizationCheck(code: string): Finding[] {
  const body = code.slice(8, 16);
  const found = code.slice(16, 17);
  if (!isOfAlphabet(body + found)) return [];
  const allowed = organizationCodeCheck(body);
  if (found === allowed) return [];
  const message = `Position 17, the check of the organization code, should be ${allowed}, found ${found}.`;
  return [{ code: 'ORG_CODE_CHECK', message, found, allowed }];
}

function kindMismatch(code: string, { allowedPrefixes }: UsccExpectation): Finding[] {
  const found = code.slice(0, 2);
  if (allowedPrefixes === undefined || !isOfAlphabet(found) || allowedPrefixes.includes(found)) return [];
  const allowed = allowedPrefixes.join(', ');
  const known = usccPrefixes.find(({ prefix }) => prefix === found);
  const message = `The code begins with ${found}${known ? ` (${known.nameEn})` : ''}; the declared kind begins with ${allowed}.`;
  return [{ code: 'USCC_KIND_MISMATCH', message, found, allowed }];
}

function unknownPrefix(code: string): Finding[] {
  const found = code.slice(0, 2);
  if (!isOfAlphabet(found) || usccPrefixes.some(({ prefix }) => prefix === found)) return [];
  const message = `No kind of entity is known whose code begins with ${found}.`;
  return [{ code: 'USCC_UNKNOWN_PREFIX', message, found }];
}

/** A warning only: a code keeps the division of the day of issue, which may have been abolished since. */
function unknownDivision(code: string, { isKnownDivision }: UsccExpectation): Finding[] {
  const found = code.slice(2, 8);
  if (isKnownDivision === undefined || !/^\d{6}$/.test(found)) return [];
  if (found === nationalDivision || isKnownDivision(found)) return [];
  const message = `Positions 3 to 8 name division ${found}, which is not on record; it may have been abolished.`;
  return [{ code: 'USCC_UNKNOWN_DIVISION', message, found }];
}

function isOfAlphabet(text: string): boolean {
  return [...text].every((character) => alphabet.includes(character));
}
