import type { ImportNoun } from '#shared/imports/protocol.js';
import { examineUscc } from '#shared/uscc.js';
import { textOf, type Cell } from '../reading/cell.js';
import { cleanText, readCell } from './cell-text.js';
import { readChoice } from './choice.reader.js';
import { readDay } from './date.reader.js';
import { fields, type Field, type FieldKind } from './fields.js';
import { bareHeader } from './header-unit.js';
import { fold, foldWord } from './spelling.js';
import { readAmount } from './quantity.reader.js';

export type Confidence = 'HIGH' | 'MEDIUM' | 'NONE';

/** What a column may be. */
export interface Suggestion {
  /** Counted from 0. */
  column: number;
  /** Null when nothing fits, or when several fields or columns fit equally well and the user must choose. */
  field: string | null;
  confidence: Confidence;
  /** Further fields that it may be, best first; all of them on a tie. */
  alternatives: string[];
}

/** How well a field fits a column; a higher score wins, an equal one is a tie. */
interface Candidate {
  column: number;
  field: Field;
  score: number;
}

/** Scores: an equal word is worth more than any word within the header, and that more than values alone. */
const scores = { equal: 1_000, equalWithBrackets: 900, within: 100, values: 10 };

/** Suggests what the columns are, by their headers and, where these say nothing, by some of their values. A field is suggested for one column only. */
export function suggestMapping(
  noun: ImportNoun,
  header: readonly Cell[],
  samples: readonly (readonly Cell[])[],
): Suggestion[] {
  const columns = Array.from({ length: widthOf(header, samples) }, (_, column) => column);
  const candidates = columns.flatMap((column) => candidatesOf(noun, header, samples, column));
  const suggestions = new Map<number, Suggestion>();
  const taken = new Set<string>();
  let left = candidates;
  // Level by level, so that an equal word takes its field before a word within another header does.
  for (const isOfLevel of [isHigh, isMedium]) {
    const level = left.filter(isOfLevel);
    for (const column of columns) {
      if (suggestions.has(column)) continue;
      const suggestion = settle(column, level, taken);
      if (suggestion) suggestions.set(column, suggestion);
    }
    for (const { field } of suggestions.values()) if (field !== null) taken.add(field);
    left = left.filter(({ column, field }) => !suggestions.has(column) && !taken.has(field.name));
  }
  return columns.map(
    (column) => suggestions.get(column) ?? { column, field: null, confidence: 'NONE', alternatives: [] },
  );
}

const isHigh = ({ score }: Candidate): boolean => score >= scores.equalWithBrackets;
const isMedium = ({ score }: Candidate): boolean => score < scores.equalWithBrackets;

/** Most columns that are looked at: a wider sheet is no list that people made. */
const columnsMax = 500;

function widthOf(header: readonly Cell[], samples: readonly (readonly Cell[])[]): number {
  const width = samples.reduce((most, cells) => Math.max(most, cells.length), header.length);
  return Math.min(width, columnsMax);
}

/** Decides about one column; null when no field fits it at this level. */
function settle(column: number, level: readonly Candidate[], taken: ReadonlySet<string>): Suggestion | null {
  const free = level.filter(({ field }) => !taken.has(field.name));
  const own = free.filter((candidate) => candidate.column === column).sort((a, b) => b.score - a.score);
  const [best, next] = own;
  if (best === undefined) return null;
  const names = own.map(({ field }) => field.name);
  const rivals = free.filter(({ column: other, field }) => other !== column && field === best.field);
  const strongest = Math.max(...rivals.map(({ score }) => score), 0);
  if (next?.score === best.score || strongest === best.score) {
    return { column, field: null, confidence: 'NONE', alternatives: names };
  }
  if (strongest > best.score) {
    const others = own.filter(({ field }) => field !== best.field);
    return others.length === 0
      ? { column, field: null, confidence: 'NONE', alternatives: names }
      : settleOthers(column, others, names);
  }
  const confidence = isHigh(best) ? 'HIGH' : 'MEDIUM';
  return { column, field: best.field.name, confidence, alternatives: names.slice(1) };
}

/** The best field belongs to another column: what is left is no more than an offer. */
function settleOthers(column: number, others: readonly Candidate[], names: readonly string[]): Suggestion {
  const alternatives = [...others.map(({ field }) => field.name)];
  return { column, field: null, confidence: 'NONE', alternatives: [...new Set([...alternatives, ...names])] };
}

function candidatesOf(
  noun: ImportNoun,
  header: readonly Cell[],
  samples: readonly (readonly Cell[])[],
  column: number,
): Candidate[] {
  const title = cleanText(textOf(header[column] ?? null));
  const named = fields[noun].flatMap((field) => {
    const score = scoreOfHeader(field, title);
    return score === 0 ? [] : [{ column, field, score }];
  });
  const equal = named.filter(isHigh);
  if (equal.length > 0) return equal;
  const values = samples.map((cells) => cells[column] ?? null);
  const fitting = named.filter(({ field }) => fitsValues(field, values));
  const byWord = fitting.filter(
    ({ score }) => score === Math.max(...fitting.map((candidate) => candidate.score)),
  );
  if (byWord.length > 0) return byWord;
  const kind = kindOfValues(values);
  // Values alone tell a kind; which of two days it is, they do not.
  return fields[noun]
    .filter((field) => kind !== null && field.kind === kind)
    .map((field) => ({ column, field, score: scores.values }));
}

function scoreOfHeader(field: Field, title: string): number {
  const whole = fold(title);
  const bare = fold(bareHeader(title));
  if (bare === '' && whole === '') return 0;
  const words = [field.title, ...field.synonyms, ...(/^[a-z]+$/iu.test(field.name) ? [field.name] : [])].map(
    foldWord,
  );
  if (words.includes(whole)) return scores.equal;
  if (words.includes(bare)) return scores.equalWithBrackets;
  const within = words.filter((word) => isWordWithin(word, bare)).map((word) => word.length);
  return within.length === 0 ? 0 : scores.within + Math.max(...within);
}

/** Words that mean something else at the end of another: 主管单位 is no unit of a quantity. */
const equalOnly: ReadonlySet<string> = new Set(['单位']);

/** A Chinese header says at its end what it is: 医院所在区县 is a county, 学校标识码 no school. */
function isWordWithin(word: string, header: string): boolean {
  if (word.length < 2 || word.length >= header.length || equalOnly.has(word)) return false;
  if (/^[a-z]+$/u.test(word)) return word.length >= 4 && header.includes(word);
  return header.endsWith(word) || (word.length >= 4 && header.includes(word));
}

/** Whether a column whose header only holds a word of the field has a value that the field can have: 企业类型 is no kind of a gift. */
function fitsValues(field: Field, cells: readonly Cell[]): boolean {
  const values = cells.map((cell) => readCell(cell)).filter(({ text }) => text !== '');
  if (values.length === 0) return true;
  if (field.kind === 'enum' || field.kind === 'boolean')
    return values.some((cell) => readChoice(cell, field).value !== null);
  return field.kind !== 'date' || values.some((cell) => readDay(cell, '2000-01-01').value !== null);
}

/** Share of values that must be of a kind. */
const shareMin = 0.8;

/** Values that tell nothing when there are fewer. */
const valuesMin = 2;

/** Yields the kind that most values of a column have and that hardly anything else has; null when there is none. */
function kindOfValues(cells: readonly Cell[]): FieldKind | null {
  const values = cells
    .map((cell) => ({ cell: readCell(cell), isDate: isDateCell(cell) }))
    .filter(({ cell }) => cell.text !== '');
  if (values.length < valuesMin) return null;
  const isMost = (test: (value: (typeof values)[number]) => boolean) =>
    values.filter(test).length >= values.length * shareMin;
  if (isMost(({ cell }) => examineUscc(cell.text).errors.length === 0)) return 'uscc';
  // A bare number of five or eight digits may be anything.
  if (
    isMost(
      ({ cell, isDate }) =>
        isDate || (!/^\d+$/u.test(cell.text) && readDay(cell, '2000-01-01').value !== null),
    )
  )
    return 'date';
  if (isMost(({ cell }) => /[¥￥元]/u.test(cell.text) && readAmount(cell, null).value !== null))
    return 'amount';
  return null;
}

const isDateCell = (cell: Cell): boolean => Array.isArray(cell) && cell[0] === 'date';
