import { today } from '#shared/today.js';
import type { ExaminedRow, ImportRow, ImportRules, RowProblem } from '#shared/imports/protocol.js';
import { fieldOf } from '../columns/fields.js';
import type { ColumnChoice, FieldConstant } from '../job/choices.js';
import { ownPartnerOf } from '../job/import-job.noun.js';
import type { ImportJob } from '../job/import-job.entity.js';
import { type JudgedLine, readLines } from '../line/line.queries.js';
import { knownAreas } from '../owners/areas.js';
import { Owners } from '../owners/owners.js';
import type { FoundProblem } from '../problem/import-problem.found.js';
import { type Cell, type Line, textOf } from '../reading/cell.js';
import { Conversion, type ConvertedLine } from './conversion.js';
import { References } from './references.js';
import type { StepContext } from './step.js';

/** What was found of some lines. */
export interface Findings {
  judged: JudgedLine[];
  problems: FoundProblem[];
}

/** Examines lines of one job, page by page, in their order: a row is a duplicate of those above it. */
export class Examination {
  private readonly seen = new Map<string, number>();

  private constructor(
    private readonly rules: ImportRules,
    private readonly mapping: readonly ColumnChoice[],
    private readonly conversion: Conversion,
    private readonly owners: Owners,
    private readonly references: References,
  ) {}

  static async open(
    { em, directory, viewer }: StepContext,
    job: ImportJob,
    rules: ImportRules,
  ): Promise<Examination> {
    const { id: jobId, noun, sheet, headerRow } = job;
    const mapping = JSON.parse(job.mapping ?? '[]') as ColumnChoice[];
    const own = noun === 'resources' ? ownPartnerOf(viewer) : null;
    const constants = [
      ...(JSON.parse(job.constants ?? '[]') as FieldConstant[]),
      ...(own === null ? [] : [{ field: 'partnerId', value: own }]),
    ];
    const above = { jobId, sheet: sheet as number, after: (headerRow as number) - 1, first: 1 };
    const [header] = headerRow === 0 ? [] : await readLines(em, above);
    const areas = await knownAreas(directory);
    const spec = { noun, mapping, constants, header: header?.cells ?? [], areas, today: today() };
    const owners = new Owners(directory, viewer);
    return new Examination(rules, mapping, new Conversion(spec), owners, new References(owners));
  }

  async examine(lines: readonly Line[]): Promise<Findings> {
    const converted = await this.conversion.convert(lines);
    const rows = converted.filter(({ isBlank, isSample }) => !isBlank && !isSample);
    // Of a heading or a total between the rows it is told that it was left out.
    const besides = converted.filter(({ isBlank }) => isBlank).flatMap((line) => this.ofLine(line));
    await this.references.resolve(rows);
    const fresh = rows.filter((row) => !this.isRepeated(row));
    const toExamine = fresh.map(({ number, input }): ImportRow => ({ number, input }));
    const examined = toExamine.length === 0 ? [] : await this.owners.examine(this.rules, toExamine);
    const byNumber = new Map(examined.map((row) => [row.number, row]));
    const cells = new Map(lines.map((line) => [line.number, line.cells]));
    const judged = rows.map((row) => this.judge(row, byNumber.get(row.number), cells.get(row.number) ?? []));
    return {
      judged: judged.map(({ line }) => line),
      problems: [...judged.flatMap(({ problems }) => problems), ...besides],
    };
  }

  close(): Promise<void> {
    return this.conversion.close();
  }

  /** Whether a row stands above in the file already; noted with the row, and left out unless two of them are wanted. */
  private isRepeated(row: ConvertedLine): boolean {
    if (row.duplicateKey === null) return false;
    const first = this.seen.get(row.duplicateKey);
    if (first === undefined) {
      this.seen.set(row.duplicateKey, row.number);
      return false;
    }
    row.problems.push({
      column: null,
      field: null,
      severity: 'WARNING',
      code: repeated,
      value: String(first),
      message: `Row ${first} of the file is the same.`,
      suggestion: null,
    });
    return this.rules.onDuplicate !== 'CREATE';
  }

  private judge(
    { number, input, problems, duplicateKey }: ConvertedLine,
    examined: ExaminedRow | undefined,
    cells: readonly Cell[],
  ): { line: JudgedLine; problems: FoundProblem[] } {
    // What the file says wrongly is told once: that the field is then missing or unusable follows from it.
    const wrong = new Set(problems.filter(isError).flatMap(({ field }) => this.lostWith(field)));
    const more = (examined?.problems ?? []).filter(({ field, code }) =>
      field === null ? code !== repeated : !wrong.has(field),
    );
    const found: FoundProblem[] = [
      ...this.ofLine({ number, problems }),
      ...more.map((problem) => this.ofOwner(number, problem, cells)),
    ];
    const existing = examined?.existing ?? null;
    if (examined !== undefined && existing !== null) found.push(onRecord(examined, existing.name));
    const isRefused = found.some(isError);
    // What is not written is no row that others would repeat.
    if (isRefused && this.seen.get(duplicateKey ?? '') === number) this.seen.delete(duplicateKey ?? '');
    const verdict = isRefused ? 'REFUSE' : (examined?.verdict ?? 'SKIP');
    return { line: { number, verdict, existing, input: isRefused ? null : input }, problems: found };
  }

  /** Fields that have no value when a field's cell is wrong: itself, and the unit that a quantity brings. */
  private lostWith(field: string | null): (string | null)[] {
    const unit = field === null ? null : (fieldOf(this.rules.noun, field)?.unitField ?? null);
    return unit === null ? [field] : [field, unit];
  }

  /** Problems of a line's own, each in the column that it comes from. */
  private ofLine({ number: row, problems }: Pick<ConvertedLine, 'number' | 'problems'>): FoundProblem[] {
    return problems.map((problem) => ({
      ...problem,
      row,
      column: problem.column ?? this.columnOf(problem.field),
    }));
  }

  /** A problem that the noun's owner found, in the column that it comes from. */
  private ofOwner(
    row: number,
    { field, severity, code, message, found, allowed }: RowProblem,
    cells: readonly Cell[],
  ): FoundProblem {
    const column = this.columnOf(field);
    // Where nothing may be shown, the owner shows nothing.
    const value =
      column === null || found === null ? found : textOf(cells[column] ?? null).slice(0, shownMax);
    const words = withoutField(message, field);
    return { row, column, field, severity, code, message: words, value, suggestion: allowed };
  }

  /** The column that a field was taken from; of an area in several columns, the first. */
  private columnOf(field: string | null): number | null {
    if (field === null) return null;
    const isPart = (part: string, whole: string) => part === whole || part.startsWith(`${whole}.`);
    const choice = this.mapping.find(({ field: chosen }) => isPart(field, chosen) || isPart(chosen, field));
    return choice?.column ?? null;
  }
}

/** The owner finds those of one page too, and says it in the same word. */
const repeated = 'DUPLICATE_IN_FILE';

/** Longest value that a problem shows. */
const shownMax = 100;

const isError = ({ severity }: { severity: string }): boolean => severity === 'ERROR';

const fates: Readonly<Record<ExaminedRow['verdict'], string>> = {
  UPDATE: 'it is changed where it differs',
  SKIP: 'the row is left out',
  CREATE: 'another is made',
  REFUSE: 'there may be one only',
};

/** Says that there is one like it already, and what becomes of the row. */
const onRecord = ({ number: row, verdict }: ExaminedRow, name: string): FoundProblem => ({
  ...{ row, column: null, field: null, severity: 'WARNING', code: 'DUPLICATE_ON_RECORD', suggestion: null },
  value: name,
  message: `"${name}" is on record already; ${fates[verdict]}.`,
});

/** A mutation's problem begins with the field, which here stands beside it. */
const withoutField = (message: string, field: string | null): string =>
  field !== null && message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
