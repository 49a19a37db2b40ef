import { badInput } from '../errors.js';

/** A name is never longer in a search box; a longer pattern only costs time. */
const textMax = 100;

/** Yields the pattern of `ilike` for "contains this text, whatever its case"; wildcards in the text stand for themselves. */
export function containsText(text: string): string {
  if (text.length > textMax || text.includes('\0')) {
    throw badInput('text', text, `at most ${textMax} characters without NUL are expected`);
  }
  return `%${text.normalize('NFC').replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}
