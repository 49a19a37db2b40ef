import { sampleMark } from '../files/template-field.js';
import { textOf, type Line } from '../reading/cell.js';
import { readAreas } from './area-list.reader.js';
import { readArea } from './area.reader.js';
import { cleanText, readCell, type CellText } from './cell-text.js';
import { readField } from './field.reader.js';
import { gazetteerOf, type Gazetteer } from './gazetteer.js';
import { sourcesOf, type ConversionSpec, type Source } from './mapping.js';
import { error, warning, type LineProblem } from './problem.js';
import { completeRow, duplicateKeyOf } from './row.rules.js';
import { Row, type Reference } from './row.js';
import type { Field } from './fields.js';
import { isFilledCell, whySkipped } from './skipped-line.js';
import { fold } from './spelling.js';

export type { ConversionSpec } from './mapping.js';
export type { LineProblem } from './problem.js';

/** A line as the input of the noun's register mutation, without idempotency key and references. */
export interface ConvertedLine {
  number: number;
  /** Fields that could be read; a field with an ERROR is left out. */
  input: Record<string, unknown>;
  references: Reference[];
  /** What it shares with a row that is the same; null when that cannot be told. */
  duplicateKey: string | null;
  /** Whether it holds nothing to import: it is empty, a heading of a group, or a total. A WARNING says so unless it is empty. */
  isBlank: boolean;
  /** Whether it is the template's sample row, left as it was. */
  isSample: boolean;
  problems: LineProblem[];
}

/** Converts a page of lines. Everything it takes and yields are plain values; it throws for none of them. */
export function convertLines(spec: ConversionSpec, lines: readonly Line[]): ConvertedLine[] {
  const conversion = new Conversion(spec);
  return lines.map((line) => conversion.convert(line));
}

const isAreaPart = ({ field }: Source): boolean => field.kind === 'area' && field.isList !== true;

class Conversion {
  private readonly sources: readonly Source[];
  private readonly byField: ReadonlyMap<string, Source>;
  private readonly areaParts: readonly Source[];
  private readonly columns: readonly { column: number; field: Field }[];
  private readonly gazetteer: Gazetteer;

  constructor(private readonly spec: ConversionSpec) {
    this.sources = sourcesOf(spec);
    this.columns = this.sources.flatMap(({ column, field }) => (column === null ? [] : [{ column, field }]));
    this.byField = new Map(this.sources.map((source) => [source.field.name, source]));
    // From the widest to the narrowest; a column for any level comes last, because it may go down to the village.
    const order = ['areaCode.province', 'areaCode.prefecture', 'areaCode.county', 'areaCode'];
    this.areaParts = order.flatMap((name) => this.byField.get(name) ?? []);
    this.gazetteer = gazetteerOf(spec.areas);
  }

  convert(line: Line): ConvertedLine {
    const row = new Row(line, this.byField);
    const skipped = this.skip(line, row);
    if (!skipped) {
      for (const source of this.sources) if (!isAreaPart(source)) this.fill(row, line, source);
      this.fillArea(row, line);
      completeRow(this.spec.noun, row);
    }
    return {
      number: line.number,
      input: row.input,
      references: row.references,
      duplicateKey: skipped ? null : duplicateKeyOf(this.spec.noun, row),
      isBlank: skipped,
      isSample: !skipped && this.isSample(line),
      problems: row.problems,
    };
  }

  /** Whether a line holds nothing to import. */
  private skip(line: Line, row: Row): boolean {
    if (!this.columns.some(({ column }) => isFilledCell(line.cells[column] ?? null))) return true;
    const notice = whySkipped(line);
    if (notice !== null) row.problems.push({ ...notice });
    return notice !== null;
  }

  private cellOf(line: Line, { field, column, constant }: Source): CellText {
    const isKept = field.kind === 'text' || field.kind === 'reference' || field.kind === 'area';
    const options = { isMultiline: field.isMultiline === true, tellDirt: isKept };
    const cell = column === null ? null : readCell(line.cells[column] ?? null, options);
    const isTaken = cell !== null && (cell.text !== '' || cell.remarks.length > 0 || constant === null);
    return withinLength(isTaken ? cell : readCell(constant, options), field);
  }

  private fill(row: Row, line: Line, source: Source): void {
    const { field } = source;
    const cell = this.cellOf(line, source);
    row.sayAll(field.name, cell);
    if (hasError(cell)) row.given.add(field.name);
    if (field.kind === 'area') {
      this.fillAreas(row, cell, source);
      return;
    }
    if (cell.text === '') return;
    row.given.add(field.name);
    const reading = readField(cell, source, this.spec.today);
    row.sayAll(field.name, reading, reading.isPersonal);
    if (reading.value === null) return;
    if (field.kind === 'reference' && field.noun !== undefined) {
      row.references.push({ field: field.name, noun: field.noun, text: reading.value as string });
      return;
    }
    row.set(field.name, reading.value);
    if (field.unitField !== undefined) this.fillUnit(row, line, source, field.unitField, reading.unit ?? '');
  }

  /** No area means everywhere; where a county is asked for, that is said. */
  private fillAreas(row: Row, cell: CellText, { field, level }: Source): void {
    if (cell.text === '') {
      const message = 'The cell is empty, which means everywhere; the names or codes of areas are allowed.';
      if (level !== null && !row.hasError(field.name)) row.say(field.name, warning('AREA_MISSING', message));
      return;
    }
    const { value, remarks } = readAreas(this.gazetteer, cell.text, level);
    row.sayAll(field.name, { remarks });
    if (value !== null) row.set(field.name, value);
  }

  /** The unit behind a quantity counts first, then the column of units, then the header. */
  private fillUnit(row: Row, line: Line, { field, unit }: Source, unitField: string, written: string): void {
    const column = this.byField.get(unitField);
    const inColumn = column === undefined ? '' : this.cellOf(line, column).text;
    if (written !== '' && inColumn !== '' && fold(written) !== fold(inColumn)) {
      const message = `The quantity is in ${JSON.stringify(written.slice(0, 20))}, the unit is ${JSON.stringify(inColumn.slice(0, 20))}; one unit is allowed.`;
      row.say(field.name, { severity: 'ERROR', code: 'UNIT_CONFLICT', message, suggestion: null });
      return;
    }
    if (inColumn !== '') return;
    const found = written === '' ? (unit?.unit ?? '') : written;
    if (found === '') return;
    row.set(unitField, found);
    row.given.add(unitField);
  }

  private fillArea(row: Row, line: Line): void {
    if (this.areaParts.length === 0) return;
    const cells = this.areaParts.map((source) => this.cellOf(line, source));
    const parts = cells.map(({ text }, index) => ({ text, level: this.areaParts[index]?.level ?? null }));
    const nameOf = (part: number) => this.areaParts[part]?.field.name ?? 'areaCode';
    cells.forEach((cell, index) => row.sayAll(nameOf(index), cell));
    if (cells.some(hasError)) return;
    const need = this.spec.noun === 'organizations' ? 'REQUIRED' : 'OPTIONAL';
    const reading = readArea(this.gazetteer, parts, need);
    for (const { part, ...remark } of reading.remarks) row.say(nameOf(part), remark);
    if (reading.code !== null) row.set('areaCode', reading.code);
  }

  /** Every cell that is filled holds the template's sample, and one of them says that it is one. */
  private isSample(line: Line): boolean {
    const textIn = (column: number) => cleanText(textOf(line.cells[column] ?? null));
    if (!this.columns.some(({ column }) => textIn(column).startsWith(sampleMark))) return false;
    return this.columns.every(({ column, field }) => ['', field.sample].includes(textIn(column)));
  }
}

const hasError = ({ remarks }: CellText): boolean => remarks.some(({ severity }) => severity === 'ERROR');

/** Longest text of what is no free text, and of a list of areas; a longer one would only cost time. */
const [valueMax, listMax] = [200, 2_000];

/** Refuses a text that is too long for its field to be worth reading; how long a free text may be is for its owner to say. */
function withinLength(cell: CellText, { kind, isList }: Field): CellText {
  const max = isList === true ? listMax : valueMax;
  if (kind === 'text' || cell.text.length <= max) return cell;
  const message = `The text has ${cell.text.length} characters; at most ${max} are allowed.`;
  return { kind: cell.kind, text: '', remarks: [error('TEXT_TOO_LONG', message)] };
}
