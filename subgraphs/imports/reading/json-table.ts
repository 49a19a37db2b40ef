import type { Cell } from './cell.js';
import { UnreadableFile } from './unreadable.js';

/** An object of JSON; its members' names are data, never looked up in a prototype. */
export type JsonObject = Record<string, unknown>;

/** A cell under the name of its column. */
export type NamedCell = readonly [column: string, cell: Cell];

/** One line of a table of a JSON file. */
export interface JsonLine {
  table: string;
  cells: NamedCell[];
}

/** Which list is shown in which table, where it is not one of its own name. */
export type Together = ReadonlyMap<string, string>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of entries, each of which becomes a line. */
export const isEntries = (value: unknown): value is JsonObject[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

/** Where an entry stands. */
export interface Above {
  table: string;
  /** Put before the names of its members. */
  prefix: string;
  /** Cells of the entries that it belongs to. */
  cells: readonly NamedCell[];
  depth: number;
}

/**
 * Yields the line of an entry and those of the lists within it, each list in a table of its own (`物资`): the cells of the entry
 * that it belongs to first, then its own, as `物资.name`. Members of an object are columns too: `地址.市`.
 */
export function* linesOf(entry: JsonObject, above: Above, together: Together): Generator<JsonLine> {
  const { cells, lists } = partsOf(entry, above.prefix, above.depth);
  const all = [...above.cells, ...cells];
  yield { table: above.table, cells: all };
  for (const [name, members] of lists) {
    const table = together.get(name) ?? name;
    // Of lists that stand together, a column says which it is.
    const told: NamedCell[] = table === name ? [] : [[table, name]];
    const below = { table, prefix: `${table}.`, cells: [...all, ...told], depth: above.depth - 1 };
    for (const member of members) yield* linesOf(member, below, together);
  }
}

/** Parts an entry into what stands in its own line and the lists within it. */
export function partsOf(
  entry: JsonObject,
  prefix: string,
  depth: number,
): { cells: NamedCell[]; lists: [name: string, members: JsonObject[]][] } {
  if (depth <= 0) throw tooDeep();
  const cells: NamedCell[] = [];
  const lists: [string, JsonObject[]][] = [];
  for (const [key, value] of Object.entries(entry)) {
    const name = prefix + key;
    // An empty list is a list of whatever other entries have under its name.
    if (Array.isArray(value) && value.length === 0) continue;
    if (isEntries(value)) lists.push([name, value]);
    else if (isObject(value)) {
      const inner = partsOf(value, `${name}.`, depth - 1);
      cells.push(...inner.cells);
      lists.push(...inner.lists);
    } else cells.push([name, cellOf(value)]);
  }
  return { cells, lists };
}

export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return ['number', decimalOf(value)];
  if (typeof value === 'boolean') return ['boolean', String(value)];
  if (Array.isArray(value)) return value.map(textWithin).join('、');
  return JSON.stringify(value);
}

const textWithin = (value: unknown): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

const exponent = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/;

/** Writes a number as its shortest decimal, without an exponent. */
export function decimalOf(value: number): string {
  const written = String(value);
  const [, sign = '', first = '', rest = '', power = ''] = exponent.exec(written) ?? [];
  if (power === '') return written;
  const digits = first + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

export const tooDeep = (): UnreadableFile =>
  new UnreadableFile(
    'JSON_TOO_DEEP',
    'Objects and lists stand too deep within one another; a list of flat objects is allowed.',
    'JSON 的嵌套层次太深；请提供对象列表，每个对象一行。',
  );
