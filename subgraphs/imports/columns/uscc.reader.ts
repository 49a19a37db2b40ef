import { shown } from '#shared/finding.js';
import { findPersonalNumber } from '#shared/text.js';
import { examineUscc, normalizeUscc } from '#shared/uscc.js';
import type { CellText } from './cell-text.js';
import { error, read, refused, type Reading, type Remark } from './problem.js';

/** Characters that people type for one another; of each pair only one may be in a code at its place. */
const lookalikes: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  I: '1',
  L: '1',
  S: '5',
  V: 'U',
  Z: '2',
};

/** Most characters of a code that are put right in a suggestion: with more, passing the check is chance. */
const substitutionsMax = 3;

/**
 * Yields the one code that the written one may mean: illegal characters put right by what they look like (all of them),
 * or else one look-alike put right, such that the check passes; null when none or several do (R-USCC-02: a hint, never applied).
 */
export function suggestUscc(text: string): string | null {
  const code = normalizeUscc(text);
  if (code.length !== 18) return null;
  const illegal = [...code].filter((character) => 'OISVZ'.includes(character)).length;
  if (illegal > substitutionsMax) return null;
  if (illegal > 0) {
    const mended = code.replace(/[OISVZ]/g, (character) => lookalikes[character] ?? character);
    return isValid(mended) ? mended : null;
  }
  const candidates = new Set<string>();
  for (const [wrong, right] of Object.entries(lookalikes)) {
    for (let at = code.indexOf(wrong); at >= 0; at = code.indexOf(wrong, at + 1)) {
      const mended = code.slice(0, at) + right + code.slice(at + 1);
      if (isValid(mended)) candidates.add(mended);
    }
  }
  const [only] = candidates;
  return candidates.size === 1 ? (only ?? null) : null;
}

const isValid = (code: string): boolean => examineUscc(code).errors.length === 0;

/** Whether a spreadsheet took the digits for a number, whose last ones are lost. */
export function hasLostDigits({ kind, text }: CellText): boolean {
  const plain = text.normalize('NFKC').trim();
  if (/^\d(?:\.\d+)?[eE]\+?\d{2}$/u.test(plain)) return true;
  return (kind === 'number' || kind === 'formula') && /^\d{16,}(?:\.0*)?$/u.test(plain);
}

/** What is said of a code whose digits are lost. */
export function lostDigits(text: string): Remark {
  const message = `${shown(text)} has lost digits: a spreadsheet keeps 15 of a number. A code is text.`;
  return error('USCC_PRECISION_LOST', message, 'Format the column as text and type the code again.');
}

/** Reads a credit code (R-USCC-01 to R-USCC-04); what it must fit beside its own form is for the owner to say. */
export function readUscc(cell: CellText): Reading<string> & { isPersonal?: boolean } {
  if (hasLostDigits(cell)) return refused(lostDigits(cell.text));
  const { code, errors } = examineUscc(cell.text);
  if (errors.length === 0) return read(code);
  const suggestion = suggestUscc(cell.text);
  const isPersonal = findPersonalNumber(cell.text) !== null;
  return {
    ...refused(...errors.map((finding) => error(finding.code, finding.message, suggestion))),
    isPersonal,
  };
}
