import type { FileNote } from './file-facts.js';
import { jsonPlace } from './json-place.js';
import {
  type Above,
  cellOf,
  isEntries,
  isObject,
  type JsonLine,
  type JsonObject,
  linesOf,
  partsOf,
  type Together,
} from './json-table.js';
import type { Outlet } from './outlet.js';
import { tooManyColumns, UnreadableFile } from './unreadable.js';

/**
 * Reads JSON: a list of objects is a sheet, an object of such lists is a sheet of each, one object per line is a sheet too. The first
 * line of a sheet is its header: the names of all members, in the order in which they appear.
 */
export async function readJson(text: string, name: string, outlet: Outlet): Promise<FileNote[]> {
  const root = parsed(text);
  if (isRows(root)) {
    await putRows(root, name, outlet);
    return [];
  }
  if (isEntries(root)) {
    await putEntries(root, name, outlet);
    return [];
  }
  if (!isObject(root)) throw notATable();
  const lists = Object.entries(root).filter(([, value]) => isEntries(value));
  if (lists.length === 0) {
    await putEntries([root], name, outlet);
    return [];
  }
  for (const [key, entries] of lists) await putEntries(entries as JsonObject[], key, outlet);
  const ignored = Object.keys(root).length - lists.length;
  return ignored === 0 ? [] : [valuesIgnored(ignored)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parsedLines(text);
  }
}

/** One object per line, or it is no JSON at all. */
function parsedLines(text: string): JsonObject[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (lines.length < 2 || !isObjectText(lines[first] ?? '')) throw syntax(jsonPlace(text));
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    if (!isObjectText(line)) throw syntax({ line: index + 1, column: jsonPlace(line).column });
    return [JSON.parse(line) as JsonObject];
  });
}

function isObjectText(line: string): boolean {
  try {
    return isObject(JSON.parse(line));
  } catch {
    return false;
  }
}

const isRows = (value: unknown): value is unknown[][] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((row) => Array.isArray(row) && row.every((cell) => typeof cell !== 'object' || cell === null));

/** A list of lists is a sheet as it is. */
async function putRows(rows: unknown[][], name: string, outlet: Outlet): Promise<void> {
  const sheet = outlet.open(name);
  for (const [index, row] of rows.entries()) {
    outlet.add(sheet, index + 1, row.map(cellOf));
    await outlet.ready();
  }
}

/** A table on its way: its columns in the order of their appearance, and its next line. */
interface Table {
  sheet: number;
  columns: Map<string, number>;
  number: number;
}

async function putEntries(entries: readonly JsonObject[], name: string, outlet: Outlet): Promise<void> {
  const above: Above = { table: name, prefix: '', cells: [], depth: outlet.limits.depth };
  const together = listsTogether(entries, outlet.limits.depth);
  const tables = new Map<string, Map<string, number>>();
  for (const { table, cells } of allLines(entries, above, together)) {
    const columns = tables.get(table) ?? new Map<string, number>();
    tables.set(table, columns);
    for (const [column] of cells) if (!columns.has(column)) columns.set(column, columns.size);
    // Told before each member of a list repeats them.
    if (columns.size > outlet.limits.columns)
      throw tooManyColumns(1, columns.size - 1, outlet.limits.columns);
  }
  const open = new Map<string, Table>();
  for (const [table, columns] of tables) {
    const sheet = outlet.open(table);
    outlet.add(sheet, 1, [...columns.keys()]);
    open.set(table, { sheet, columns, number: 1 });
  }
  for (const line of allLines(entries, above, together)) {
    put(line, open.get(line.table), outlet);
    await outlet.ready();
  }
}

function put({ cells }: JsonLine, table: Table | undefined, outlet: Outlet): void {
  if (table === undefined) return;
  table.number += 1;
  const row = Array.from<(typeof cells)[number][1]>({ length: table.columns.size }).fill(null);
  for (const [column, cell] of cells) row[table.columns.get(column) ?? 0] = cell;
  outlet.add(table.sheet, table.number, row);
}

function* allLines(entries: readonly JsonObject[], above: Above, together: Together): Generator<JsonLine> {
  for (const entry of entries) yield* linesOf(entry, above, together);
}

/**
 * Lists of one kind of entry whose members are alike, such as a supplier's capacities for masks, for clothes, …, stand in one table
 * with a column that names the list: whoever maps columns does it once.
 */
function listsTogether(entries: readonly JsonObject[], depth: number): Together {
  const shapes = new Map<string, Set<string>>();
  for (const entry of entries)
    for (const [name, members] of partsOf(entry, '', depth).lists)
      for (const member of members) {
        const shape = shapes.get(name) ?? new Set<string>();
        shapes.set(name, shape);
        for (const key of Object.keys(member)) shape.add(key);
      }
  const alike = Map.groupBy(shapes, ([, shape]) => JSON.stringify([...shape].sort()));
  const groups = [...alike.values()].filter((lists) => lists.length > 1);
  // A list of that name of its own is not mixed with them.
  const detail = shapes.has('明细') ? '明细（合并）' : '明细';
  return new Map(
    groups.flatMap((lists, index) =>
      lists.map(([name]) => [name, index === 0 ? detail : `${detail}${index + 1}`] as const),
    ),
  );
}

const notATable = (): UnreadableFile =>
  new UnreadableFile(
    'JSON_NOT_A_TABLE',
    'The JSON holds no list of objects; [{…}, {…}], {"name": [{…}]} or one object per line is allowed.',
    'JSON 中没有对象列表；允许的写法是 [{…}, {…}]、{"名称": [{…}]}，或每行一个对象。',
  );

const syntax = ({ line, column }: { line: number; column: number }): UnreadableFile =>
  new UnreadableFile(
    'JSON_SYNTAX',
    `Line ${line}, column ${column}: from here on it is not JSON.`,
    `第 ${line} 行第 ${column} 个字符处不符合 JSON 的写法。`,
  );

const valuesIgnored = (count: number): FileNote => ({
  code: 'JSON_VALUES_IGNORED',
  message: `${count} members beside the lists of objects were left out.`,
  messageZh: `与对象列表并列的 ${count} 项没有读入。`,
});
