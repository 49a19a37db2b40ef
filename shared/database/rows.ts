import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import { EntityTable } from './entity-table.js';
import { run, runForEntities } from './run.js';
import type { Selection } from './selection.js';
import { empty, join, raw, type Sql, sql } from './sql.js';

/** Who reads: `everybody` where all may see every row (one statement); else the entity manager's viewer, who is told to the database first. */
export type Reader = 'everybody' | 'viewer';

/** Runs a statement as the entity manager's viewer: outside a transaction the viewer is told to the database around it. */
export async function rowsOf<Row>(em: EntityManager, statement: Sql): Promise<Row[]> {
  return asViewer(em, (inside) => run<Row>(inside, statement));
}

/** Runs a statement without saying who asks: for what everybody may read. */
export async function publicRowsOf<Row>(em: EntityManager, statement: Sql): Promise<Row[]> {
  return run<Row>(em, statement);
}

/** Reads entities; the statement selects the columns of the selection and nothing else. */
export async function entitiesOf<T extends object>(
  em: EntityManager,
  reader: Reader,
  selection: Selection<T>,
  statement: Sql,
): Promise<T[]> {
  return (await rowsFor(em, reader, statement)).map((row) => selection.entityOf(row));
}

/** Reads rows as the lists of their values. */
export function rowsFor(em: EntityManager, reader: Reader, statement: Sql): Promise<unknown[][]> {
  const read = (inside: EntityManager) => runForEntities(inside, statement);
  return reader === 'viewer' ? asViewer(em, read) : read(em);
}

async function asViewer<Result>(
  em: EntityManager,
  read: (inside: EntityManager) => Promise<Result>,
): Promise<Result> {
  if (em.getSessionContext() === undefined || em.isInTransaction()) return read(em);
  return em.fork().transactional(read);
}

/** Reads the entities of which a property is any of the keys. */
export function entitiesByKey<T extends object>(
  em: EntityManager,
  reader: Reader,
  entity: Constructor<T>,
  property: string & keyof T,
  keys: readonly string[],
  /** Columns of `row` with their directions. */
  order?: string,
  selection?: Selection<T>,
): Promise<T[]> {
  const ordered = order === undefined ? empty : raw(`order by ${order}`);
  return entitiesWhere(
    em,
    reader,
    entity,
    EntityTable.of(em, entity).isAny(property, keys),
    ordered,
    selection,
  );
}

/** Reads the entities that fulfil a condition on `row`. */
export function entitiesWhere<T extends object>(
  em: EntityManager,
  reader: Reader,
  entity: Constructor<T>,
  where: Sql,
  /** Their order and how many. */
  rest: Sql = empty,
  selection?: Selection<T>,
): Promise<T[]> {
  const { name, whole } = EntityTable.of(em, entity);
  const chosen = selection ?? whole;
  const statement = sql`select ${chosen.selected} from ${name} as row where ${where} ${rest}`;
  return entitiesOf(em, reader, chosen, statement);
}

/** Inserts a row and yields it as the database completed it; null when a unique index already holds one and `unlessTaken` is set. */
export async function insertRow<T extends object>(
  em: EntityManager,
  entity: Constructor<T>,
  values: Partial<T>,
  unlessTaken = false,
): Promise<T | null> {
  const table = EntityTable.of(em, entity);
  const columns = table.written(values);
  const [row] = await run<Record<string, unknown>>(
    em,
    sql`insert into ${table.name} (${join(columns.map(({ name }) => name))}) values (${join(columns.map(({ value }) => value))})
      ${raw(unlessTaken ? 'on conflict do nothing' : '')} returning ${table.columns}`,
  );
  return row === undefined ? null : table.whole.entityOfNamed(row);
}

/** Inserts many rows of one table in one statement; nothing is read back. */
export async function insertRowsOf<T extends object>(
  em: EntityManager,
  entity: Constructor<T>,
  list: readonly Partial<T>[],
): Promise<void> {
  if (list.length > 0) await run(em, insertionOf(em, entity, list));
}

/** All rows have values of the same properties. They travel in one parameter, so the statement is the same for any number of them. */
function insertionOf<T extends object>(
  em: EntityManager,
  entity: Constructor<T>,
  list: readonly Partial<T>[],
): Sql {
  const table = EntityTable.of(em, entity);
  const names = join(table.written(list[0] as object).map(({ name }) => name));
  const records = JSON.stringify(list.map((values) => table.record(values)));
  return sql`insert into ${table.name} (${names}) select ${names} from jsonb_populate_recordset(null::${table.name}, ${records}::jsonb)`;
}

/** Inserts many rows in one statement and yields those that no unique index refused, as the database completed them. */
export async function insertManyRows<T extends object>(
  em: EntityManager,
  entity: Constructor<T>,
  list: readonly Partial<T>[],
): Promise<T[]> {
  if (list.length === 0) return [];
  const { columns, whole } = EntityTable.of(em, entity);
  const insertion = insertionOf(em, entity, list);
  const rows = await run<Record<string, unknown>>(
    em,
    sql`${insertion} on conflict do nothing returning ${columns}`,
  );
  return rows.map((row) => whole.entityOfNamed(row));
}

/** Changes properties of many rows that are still at their versions, in one statement; yields those that were. */
export async function updateManyRows<T extends Versioned & { id: string }>(
  em: EntityManager,
  entity: Constructor<T>,
  properties: readonly (string & keyof T)[],
  list: readonly (Partial<T> & Versioned & { id: string })[],
): Promise<T[]> {
  const table = EntityTable.of(em, entity);
  if (list.length === 0) return [];
  const names = properties.map((property) => raw(table.column(property).name));
  const records = JSON.stringify(
    list.map((values) => {
      const chosen = ['id', 'version', ...properties].map((name) => [name, values[name as keyof T] ?? null]);
      return table.record(Object.fromEntries(chosen) as object);
    }),
  );
  const rows = await run<Record<string, unknown>>(
    em,
    sql`update ${table.name} row set ${join([...names.map((name) => sql`${name} = given.${name}`), raw('version = row.version + 1'), raw('updated_at = now()')])}
      from jsonb_populate_recordset(null::${table.name}, ${records}::jsonb) given
      where row.id = given.id and row.version = given.version returning ${table.whole.selected}`,
  );
  return rows.map((row) => table.whole.entityOfNamed(row));
}

/** Changes a row that is still at its version, and yields it; null when it is not. */
export async function updateRow<T extends Versioned>(
  em: EntityManager,
  entity: Constructor<T>,
  row: T,
  changes: Partial<T>,
): Promise<T | null> {
  const table = EntityTable.of(em, entity);
  const assignments = table.written(changes).map(({ name, value }) => sql`${name} = ${value}`);
  const [changed] = await run<Record<string, unknown>>(
    em,
    sql`update ${table.name} set ${join([...assignments, raw('version = version + 1'), raw('updated_at = now()')])}
      where ${table.key} = ${keyOf(em, row)} and version = ${row.version} returning ${table.columns}`,
  );
  return changed === undefined ? null : table.whole.entityOfNamed(changed);
}

/** Reads a row by its key as the entity manager's viewer, locked until the transaction ends where asked. */
export async function rowById<T extends object>(
  em: EntityManager,
  entity: Constructor<T>,
  id: string,
  lock = false,
): Promise<T | null> {
  const table = EntityTable.of(em, entity);
  const [found] = await entitiesWhere(
    em,
    'viewer',
    entity,
    sql`${table.key} = ${id}`,
    lock ? raw('for update') : empty,
  );
  return found ?? null;
}

export interface Versioned {
  version: number;
}

/** What names a row: its id, the code of an area, or the parts of a compound key in their order. */
export function keyOf(em: EntityManager, row: object): string {
  const { primaryKeys } = em.getMetadata().get(row.constructor as Constructor<object>);
  return primaryKeys.map((name) => String(row[name as keyof typeof row])).join(' ');
}
