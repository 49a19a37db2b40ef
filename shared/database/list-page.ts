import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import { type Page, pageOf, placeByCreation } from '../connection.js';
import type { PageRequest } from '../page.js';
import { EntityTable } from './entity-table.js';
import { behindCreation } from './keyset.js';
import { entitiesOf, publicRowsOf, type Reader, rowsOf } from './rows.js';
import { type Sql, sql } from './sql.js';

/** Reads a page of the rows that fulfil a condition on `row`, oldest record first; `totalCount` counts them where a client asks. */
export async function pageByCreation<T extends { id: string; createdAt: Date }>(
  em: EntityManager,
  reader: Reader,
  entity: Constructor<T>,
  page: PageRequest,
  where: Sql,
): Promise<Page<T>> {
  const { name, whole } = EntityTable.of(em, entity);
  const found = await entitiesOf(
    em,
    reader,
    whole,
    sql`select ${whole.selected} from ${name} as row where ${where} and ${behindCreation(page.after)}
      order by row.created_at, row.id limit ${page.first + 1}`,
  );
  return pageOf(found, page, {
    order: 'CREATED_AT',
    placeOf: placeByCreation,
    total: () => countRows(em, reader, entity, where),
  });
}

/** Counts the rows that fulfil a condition on `row`. */
export async function countRows(
  em: EntityManager,
  reader: Reader,
  entity: Constructor<object>,
  where: Sql,
): Promise<number> {
  const read = reader === 'viewer' ? rowsOf : publicRowsOf;
  const [counted] = await read<{ count: number }>(
    em,
    sql`select count(*)::int as count from ${EntityTable.of(em, entity).name} as row where ${where}`,
  );
  return counted?.count ?? 0;
}
