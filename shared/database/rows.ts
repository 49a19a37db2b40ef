import type { Constructor, EntityManager, EntityProperty } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

/** Runs a statement as the entity manager's viewer: outside a transaction the viewer is told to the database around it. */
export async function rowsOf<Row>(em: EntityManager, statement: RawBuilder<Row>): Promise<Row[]> {
  const run = async (inside: EntityManager) => (await statement.execute(inside.getKysely())).rows;
  if (em.getSessionContext() === undefined || em.isInTransaction()) return run(em);
  return em.fork().transactional(run);
}

/** Makes an entity of a row that a raw statement yielded; always a new object, whatever the entity manager has read before. */
export function entityOf<T extends object>(em: EntityManager, entity: Constructor<T>, row: object): T {
  return em.fork({ clear: true }).map(entity, row as never) as T;
}

/** Inserts a row and yields it as the database completed it; null when a unique index already holds one and `unlessTaken` is set. */
export async function insertRow<T extends object>(
  em: EntityManager,
  entity: Constructor<T>,
  values: Partial<T>,
  unlessTaken = false,
): Promise<T | null> {
  const columns = columnsOf(em, entity, values);
  const { rows } =
    await sql<object>`insert into ${tableOf(em, entity)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
    values (${sql.join(columns.map(({ value }) => value))}) ${unlessTaken ? sql`on conflict do nothing` : sql``} returning *`.execute(
      em.getKysely(),
    );
  return rows[0] === undefined ? null : entityOf(em, entity, rows[0]);
}

/** Inserts many rows of one table in one statement; nothing is read back. */
export async function insertRowsOf<T extends object>(
  em: EntityManager,
  entity: Constructor<T>,
  list: readonly Partial<T>[],
): Promise<void> {
  const rows = list.map((values) => columnsOf(em, entity, values));
  const [first] = rows;
  if (first === undefined) return;
  await sql`insert into ${tableOf(em, entity)} (${sql.join(first.map(({ name }) => sql.ref(name)))})
    values ${sql.join(rows.map((columns) => sql`(${sql.join(columns.map(({ value }) => value))})`))}`.execute(
    em.getKysely(),
  );
}

/** Changes a row that is still at its version, and yields it; null when it is not. */
export async function updateRow<T extends Versioned>(
  em: EntityManager,
  entity: Constructor<T>,
  row: T,
  changes: Partial<T>,
): Promise<T | null> {
  const assignments = columnsOf(em, entity, changes).map(
    ({ name, value }) => sql`${sql.ref(name)} = ${value}`,
  );
  const { rows } = await sql<object>`update ${tableOf(em, entity)}
    set ${sql.join([...assignments, sql`version = version + 1`, sql`updated_at = now()`])}
    where ${keyColumn(em, entity)} = ${keyOf(em, row)} and version = ${row.version} returning *`.execute(
    em.getKysely(),
  );
  return rows[0] === undefined ? null : entityOf(em, entity, rows[0]);
}

/** Reads a row by its key as the entity manager's viewer, locked until the transaction ends where asked. */
export async function rowById<T extends object>(
  em: EntityManager,
  entity: Constructor<T>,
  id: string,
  lock = false,
): Promise<T | null> {
  const rows = await rowsOf<object>(
    em,
    sql`select * from ${tableOf(em, entity)} where ${keyColumn(em, entity)} = ${id} ${lock ? sql`for update` : sql``}`,
  );
  return rows[0] === undefined ? null : entityOf(em, entity, rows[0]);
}

export interface Versioned {
  version: number;
}

/** What names a row: its id, the code of an area, or the parts of a compound key in their order. */
export function keyOf(em: EntityManager, row: object): string {
  const { primaryKeys } = em.getMetadata().get(row.constructor as Constructor<object>);
  return primaryKeys.map((name) => String(row[name as keyof typeof row])).join(' ');
}

function keyColumn(em: EntityManager, entity: Constructor<object>): RawBuilder<unknown> {
  const { primaryKeys, properties } = em.getMetadata().get(entity);
  const [property] = primaryKeys.map((name) => properties[name as keyof typeof properties] as EntityProperty);
  return sql.ref(property?.fieldNames[0] as string);
}

function tableOf(em: EntityManager, entity: Constructor<object>): RawBuilder<unknown> {
  const meta = em.getMetadata().get(entity);
  return sql.table(`${meta.schema}.${meta.tableName}`);
}

interface Column {
  name: string;
  value: RawBuilder<unknown>;
}

function columnsOf(em: EntityManager, entity: Constructor<object>, values: object): Column[] {
  const { properties } = em.getMetadata().get(entity);
  const known = properties as unknown as Record<string, EntityProperty>;
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      const property = known[key];
      if (property === undefined) throw new Error(`${entity.name} has no property ${key}.`);
      return { name: property.fieldNames[0] as string, value: parameter(value) };
    });
}

/** The driver knows no bigint. */
const parameter = (value: unknown): RawBuilder<unknown> =>
  sql`${typeof value === 'bigint' ? value.toString() : value}`;
