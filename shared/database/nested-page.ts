import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import { type Page, pageOf, placeByCreation } from '../connection.js';
import { eachInOrder, Loader } from '../loader.js';
import type { PageRequest } from '../page.js';
import { EntityTable } from './entity-table.js';
import { columnsOf, type Joined, joinsOf, putJoined } from './joined.js';
import { behindCreation } from './keyset.js';
import { publicRowsOf, type Reader, rowsFor, rowsOf } from './rows.js';
import type { Selection } from './selection.js';
import { always, raw, type Sql, sql } from './sql.js';
import { plainArray } from './plain-array.js';

/** What the rows of a list inside a list have. */
interface Row {
  id: string;
  createdAt: Date;
}

export interface NestedPage<T extends object> {
  reader: Reader;
  /** Column that holds the parent's id; an index begins with (parent, created_at, id). */
  parent: string;
  page: PageRequest;
  /** Condition on the row, known as `row`. */
  where?: Sql;
  /** What is read of a row, everything when not given. */
  selection?: Selection<T>;
  /** What is read with each row. */
  joined?: readonly Joined[];
}

/**
 * Reads the same page of children for every parent in one statement: a lateral join takes `first + 1` rows per parent off the
 * index, so a parent with a million children costs no more than one with thirty. `totalCount` is one more statement for all.
 */
export function pagesByParent<T extends Row>(
  em: EntityManager,
  entity: Constructor<T>,
  spec: NestedPage<T>,
): Loader<Page<T>> {
  const totals = eachInOrder((parents) => countChildren(em, entity, parents, spec));
  return new Loader(async (parents) => {
    const children = await readChildren(em, entity, parents, spec);
    return (parent) =>
      pageOf(children.get(parent) ?? [], spec.page, {
        order: 'CREATED_AT',
        placeOf: placeByCreation,
        total: () => totals.load(parent),
      });
  });
}

async function readChildren<T extends Row>(
  em: EntityManager,
  entity: Constructor<T>,
  parents: readonly string[],
  { reader, parent, page, where = always, selection, joined = [] }: NestedPage<T>,
): Promise<Map<string, T[]>> {
  const { name, whole } = EntityTable.of(em, entity);
  const chosen = selection ?? whole;
  const rows = await rowsFor(
    em,
    reader,
    sql`select ${chosen.selected}${columnsOf(joined)}, parent.id as parent_key
    from unnest(${plainArray(parents)}::uuid[]) as parent(id) cross join lateral (
      select ${needed(chosen, joined)} from ${name} as row
      where row.${raw(parent)} = parent.id and ${where} and ${behindCreation(page.after)}
      order by row.created_at, row.id limit ${page.first + 1}
    ) row ${joinsOf(joined)} order by row.created_at, row.id`,
  );
  const children = new Map<string, T[]>();
  for (const row of rows) {
    const child = chosen.entityOf(row);
    const key = row[putJoined(child, joined, row, chosen.width)] as string;
    const list = children.get(key);
    if (list === undefined) children.set(key, [child]);
    else list.push(child);
  }
  return children;
}

/** What of the rows of a page is shown, joined by and ordered by: rows that are sorted once more are better narrow. */
const needed = (chosen: Selection<object>, joined: readonly Joined[]): Sql =>
  raw(
    [...new Set([...chosen.names, ...joined.map(({ column }) => `"${column}"`), '"created_at"', '"id"'])]
      .map((column) => `row.${column}`)
      .join(', '),
  );

async function countChildren(
  em: EntityManager,
  entity: Constructor<object>,
  parents: readonly string[],
  { reader, parent, where = always }: Omit<NestedPage<never>, 'page' | 'selection' | 'joined'>,
): Promise<number[]> {
  const read = reader === 'viewer' ? rowsOf : publicRowsOf;
  const rows = await read<{ key: string; count: number }>(
    em,
    sql`select row.${raw(parent)} as key, count(*)::int as count from ${EntityTable.of(em, entity).name} as row
    where row.${raw(parent)} = any(${plainArray(parents)}::uuid[]) and ${where} group by 1`,
  );
  const counts = new Map(rows.map(({ key, count }) => [key, count]));
  return parents.map((key) => counts.get(key) ?? 0);
}
