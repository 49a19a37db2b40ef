import type { Finding } from './finding.js';

/** What a text field takes. */
export interface TextLimits {
  /** Most characters, counted as code points: a rare Chinese character or an emoji is one. */
  max: number;
  /** Whether line breaks and tabs are allowed. */
  multiline?: boolean;
}

/**
 * Examines a text that people wrote.
 * What is allowed is kept as it is: right-to-left marks, emoji, either normal form, quotes and SQL are text like any other.
 * Refused is only what PostgreSQL or a screen cannot keep. Findings never hold the text, which may be about persons.
 */
export function examineText(value: string, { max, multiline = false }: TextLimits): Finding[] {
  return [
    ...blank(value),
    ...controlCharacter(value, multiline),
    ...loneSurrogate(value),
    ...tooLong(value, max),
  ];
}

/** Invisible characters alone are blank too: nobody could tell such a name from none. */
const nothingVisible = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

function blank(value: string): Finding[] {
  if (!nothingVisible.test(value)) return [];
  return [{ code: 'TEXT_BLANK', message: 'The text is blank; at least one visible character is needed.' }];
}

function controlCharacter(value: string, multiline: boolean): Finding[] {
  const index = [...value].findIndex(
    (character) => character < ' ' && !(multiline && (character === '\n' || character === '\t')),
  );
  if (index < 0) return [];
  const found = `U+${([...value][index] ?? '').charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const allowed = multiline ? 'line breaks (U+000A) and tabs only' : 'none';
  const message = `Character ${index + 1} is the control character ${found}; of these, allowed: ${allowed}.`;
  return [{ code: 'TEXT_CONTROL_CHARACTER', message, found, allowed }];
}

function loneSurrogate(value: string): Finding[] {
  if (value.isWellFormed()) return [];
  const message = 'The text holds half a character (a lone surrogate); whole Unicode characters are allowed.';
  return [{ code: 'TEXT_NOT_WELL_FORMED', message, allowed: 'whole Unicode characters' }];
}

function tooLong(value: string, max: number): Finding[] {
  // A code point has one or two units, so a text short enough in units need not be split.
  if (value.length <= max) return [];
  const length = [...value].length;
  if (length <= max) return [];
  const message = `The text has ${length} characters; at most ${max} are allowed.`;
  return [{ code: 'TEXT_TOO_LONG', message, found: String(length), allowed: `at most ${max}` }];
}

// A space or hyphen between the parts, as people write them. The lookahead tries every place, so one that is no number hides none.
const identityNumber = /(?<!\d)(?=([1-9]\d{5}[ \p{Dash}]?\d{8}[ \p{Dash}]?\d{3}[\dX])(?!\d))/giu;
// Not within a longer number or a UUID, whose groups of hexadecimal digits hold eleven digits now and then.
const mobileNumber =
  /(?<![\da-f]|[\da-f]-)(?:(?:00)?86)?1[3-9]\d[ \p{Dash}]?\d{4}[ \p{Dash}]?\d{4}(?![\da-f]|-[\da-f])/iu;

/**
 * Finds a resident identity number or a mobile number in a free text, where neither belongs; null when there is none.
 * The finding names the kind and never the number. It is a net for mistakes, not for somebody who hides a number on purpose.
 */
export function findPersonalNumber(text: string): Finding | null {
  const plain = plainOf(text);
  const isIdentity = [...plain.matchAll(identityNumber)].some(([, number = '']) => isIdentityNumber(number));
  if (!isIdentity && !mobileNumber.test(plain)) return null;
  const kind = isIdentity ? 'a resident identity number' : 'a mobile number';
  const message = `The text holds ${kind}; personal numbers are not kept here, take it out.`;
  return { code: 'PERSONAL_NUMBER', message, allowed: 'text without personal numbers' };
}

/**
 * Takes resident identity numbers and mobile numbers out of a text, and puts a text of yours where each was; null when there is none.
 * `isOther` says of a number of 18 characters that it is no person's, such as a credit code. Where a number is written in other
 * characters than plain ones, the rest of the text is yielded in plain ones too.
 */
export function withoutPersonalNumbers(
  text: string,
  put: string,
  isOther: (number: string) => boolean = () => false,
): string | null {
  const plain = plainOf(text);
  let left = '';
  let end = 0;
  for (const { index, 1: number = '' } of plain.matchAll(identityNumber)) {
    if (index < end || !isIdentityNumber(number) || isOther(number)) continue;
    left += plain.slice(end, index) + put;
    end = index + number.length;
  }
  left = (left + plain.slice(end)).replace(new RegExp(mobileNumber, 'giu'), put);
  return left === plain ? null : left;
}

const plainOf = (text: string): string =>
  text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** Weights of the first seventeen digits, and the check character for each remainder (GB 11643-1999). */
const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const identityChecks = '10X98765432';

function isIdentityNumber(written: string): boolean {
  const number = written.replace(/[ \p{Dash}]/gu, '').toUpperCase();
  const sum = identityWeights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return number[17] === identityChecks[sum % 11] && isBirthDate(number.slice(6, 14));
}

/** Without it, one in eleven order numbers of 18 digits would pass for a person's. */
function isBirthDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1900 || year > 2099)
    return false;
  // A day or month that does not exist runs over into another month.
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}
