import { textOf } from '../reading/cell.js';
import type { Line } from '../reading/cell.js';
import type { CellText } from './cell-text.js';
import type { Source } from './mapping.js';
import type { LineProblem, Remark } from './problem.js';

/** The name of another row, on record, which the owner of the file's job looks up. */
export interface Reference {
  field: string;
  noun: 'partners' | 'organizations' | 'projects' | 'campaigns';
  /** A name, a credit code or an id. */
  text: string;
}

/** Longest value that a problem shows. */
const shownMax = 100;

/** What a message quotes of a value. */
const quoted = /"(?:[^"\\]|\\.)*"/gu;

/** A line on its way to an input. */
export class Row {
  readonly input: Record<string, unknown> = {};
  readonly references: Reference[] = [];
  readonly problems: LineProblem[] = [];
  /** Fields whose cell held something, whether it could be read or not. */
  readonly given = new Set<string>();

  constructor(
    private readonly line: Line,
    private readonly sources: ReadonlyMap<string, Source>,
  ) {}

  /** Yields the value of a field of the input, such as `items.0.name`; undefined when it has none. */
  get(field: string): unknown {
    const [list, , member] = field.split('.');
    if (member === undefined) return this.input[field];
    return (this.input[list ?? ''] as Record<string, unknown>[] | undefined)?.[0]?.[member];
  }

  set(field: string, value: unknown): void {
    const [list = '', , member] = field.split('.');
    if (member === undefined) {
      this.input[field] = value;
      return;
    }
    const entries = (this.input[list] ??= [{}]) as Record<string, unknown>[];
    (entries[0] ??= {})[member] = value;
  }

  remove(field: string): void {
    delete this.input[field];
    const index = this.references.findIndex((reference) => reference.field === field);
    if (index >= 0) this.references.splice(index, 1);
  }

  reference(field: string): string | null {
    return this.references.find((reference) => reference.field === field)?.text ?? null;
  }

  hasError(field: string): boolean {
    return this.problems.some((problem) => problem.field === field && problem.severity === 'ERROR');
  }

  /** Adds a remark about a field; its cell's text is shown unless it may be personal. */
  say(field: string, remark: Remark, isPersonal = false): void {
    const source = this.sources.get(field);
    const column = source?.column ?? null;
    const text = column === null ? (source?.constant ?? null) : textOf(this.line.cells[column] ?? null);
    const isHidden = isPersonal || source?.field.isPersonal === true || remark.code === 'PERSONAL_NUMBER';
    const { severity, code, message, suggestion } = remark;
    this.problems.push({
      column,
      field,
      severity,
      code,
      value: isHidden || text === null || text === '' ? null : text.slice(0, shownMax).toWellFormed(),
      message: isHidden ? message.replace(quoted, 'the value') : message,
      suggestion: isHidden && code !== 'PERSONAL_NUMBER' ? null : suggestion,
    });
  }

  /** Adds what was said of a cell when it was read. */
  sayAll(field: string, cell: Pick<CellText, 'remarks'>, isPersonal = false): void {
    for (const remark of cell.remarks) this.say(field, remark, isPersonal);
  }
}
