import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { type Page, pageOf, placeByCreation } from '../connection.js';
import type { PageRequest } from '../page.js';
import { rowsOf } from './rows.js';

/** What the rows of a list inside a list have. */
interface Row {
  id: string;
  createdAt: Date;
}

export interface NestedPage {
  /** Schema and table. */
  from: string;
  /** Column that holds the parent's id; an index begins with (parent, created_at, id). */
  parent: string;
  page: PageRequest;
  /** Condition on the row, known as `row`. */
  where?: RawBuilder<unknown>;
}

/**
 * Reads the same page of children for every parent in one statement: a lateral join takes `first + 1` rows per parent off the
 * index, so a parent with a million children costs no more than one with thirty. `totalCount` is one more statement for all.
 */
export function pagesByParent<T extends Row>(
  em: EntityManager,
  entity: Constructor<T>,
  spec: NestedPage,
): DataLoader<string, Page<T>> {
  const totals = new DataLoader((parents: readonly string[]) => countChildren(em, parents, spec));
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
  spec: NestedPage,
): Promise<Map<string, T[]>> {
  const { from, parent, page, where = sql`true` } = spec;
  const behind =
    page.after === null
      ? sql`true`
      : sql`(row.created_at, row.id) > (${page.after.key}::timestamptz, ${page.after.id}::uuid)`;
  const rows = await rowsOf(
    em,
    sql<Record<string, unknown>>`
    select child.*, parent.id as "parentKey" from unnest(${[...parents]}::uuid[]) as parent(id)
    cross join lateral (
      select row.* from ${sql.table(from)} as row
      where row.${sql.ref(parent)} = parent.id and ${where} and ${behind}
      order by row.created_at, row.id limit ${page.first + 1}
    ) child
  `,
  );
  const children = new Map<string, T[]>();
  for (const { parentKey, ...columns } of rows) {
    const list = children.get(String(parentKey)) ?? [];
    list.push(em.map(entity, columns) as T);
    children.set(String(parentKey), list);
  }
  return children;
}

async function countChildren(
  em: EntityManager,
  parents: readonly string[],
  { from, parent, where = sql`true` }: NestedPage,
): Promise<number[]> {
  const rows = await rowsOf(
    em,
    sql<{ key: string; count: number }>`
    select row.${sql.ref(parent)} as key, count(*)::int as count from ${sql.table(from)} as row
    where row.${sql.ref(parent)} = any(${[...parents]}::uuid[]) and ${where} group by 1
  `,
  );
  const counts = new Map(rows.map(({ key, count }) => [key, count]));
  return parents.map((key) => counts.get(key) ?? 0);
}
