import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type Page, pageOf, placeByCreation } from '../connection.js';
import type { PageRequest } from '../page.js';
import { EntityTable } from './entity-table.js';
import { behindCreation } from './keyset.js';
import { entitiesWith, publicRowsOf, type Reader, rowsOf } from './rows.js';
import type { Selection } from './selection.js';
import { always, raw, type Sql, sql } from './sql.js';

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
}

/**
 * Reads the same page of children for every parent in one statement: a lateral join takes `first + 1` rows per parent off the
 * index, so a parent with a million children costs no more than one with thirty. `totalCount` is one more statement for all.
 */
export function pagesByParent<T extends Row>(
  em: EntityManager,
  entity: Constructor<T>,
  spec: NestedPage<T>,
): DataLoader<string, Page<T>> {
  const totals = new DataLoader((parents: readonly string[]) => countChildren(em, entity, parents, spec));
  return new DataLoader(async (parents) => {
    const children = await readChildren(em, entity, parents, spec);
    return parents.map((parent) =>
      pageOf(children.get(parent) ?? [], spec.page, {
        order: 'CREATED_AT',
        placeOf: placeByCreation,
        total: () => totals.load(parent),
      }),
    );
  });
}

async function readChildren<T extends Row>(
  em: EntityManager,
  entity: Constructor<T>,
  parents: readonly string[],
  { reader, parent, page, where = always, selection }: NestedPage<T>,
): Promise<Map<string, T[]>> {
  const { name, whole } = EntityTable.of(em, entity);
  const chosen = selection ?? whole;
  const rows = await entitiesWith(
    em,
    reader,
    chosen,
    sql`select ${chosen.selected}, parent.id as parent_key from unnest(${parents}::uuid[]) as parent(id)
    cross join lateral (
      select row.* from ${name} as row
      where row.${raw(parent)} = parent.id and ${where} and ${behindCreation(page.after)}
      order by row.created_at, row.id limit ${page.first + 1}
    ) row`,
    (row, from) => row[from] as string,
  );
  const children = new Map<string, T[]>();
  for (const [child, key] of rows) {
    const list = children.get(key);
    if (list === undefined) children.set(key, [child]);
    else list.push(child);
  }
  return children;
}

async function countChildren(
  em: EntityManager,
  entity: Constructor<object>,
  parents: readonly string[],
  { reader, parent, where = always }: Omit<NestedPage<never>, 'page' | 'selection'>,
): Promise<number[]> {
  const read = reader === 'viewer' ? rowsOf : publicRowsOf;
  const rows = await read<{ key: string; count: number }>(
    em,
    sql`select row.${raw(parent)} as key, count(*)::int as count from ${EntityTable.of(em, entity).name} as row
    where row.${raw(parent)} = any(${parents}::uuid[]) and ${where} group by 1`,
  );
  const counts = new Map(rows.map(({ key, count }) => [key, count]));
  return parents.map((key) => counts.get(key) ?? 0);
}
