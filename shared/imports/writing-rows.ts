import type { Constructor } from '@mikro-orm/postgresql';
import { run } from '../database/run.js';
import { raw, sql } from '../database/sql.js';
import type { Versioned } from '../database/rows.js';
import { Provenance } from '../provenance.js';
import type { Plan, Writing, WrittenRow } from './importer.js';

interface Row extends Versioned {
  id: string;
}

/** Inserts planned rows as imported; yields those that nobody else has taken meanwhile. */
export async function insertPlanned<T extends Row>(
  { writer, job }: Writing<unknown>,
  entity: Constructor<T>,
  plans: readonly Plan<Partial<T>>[],
): Promise<{ rows: T[]; written: WrittenRow[] }> {
  const imported = { provenance: Provenance.IMPORTED, source: job.source };
  const rows = await writer.insertMany(
    entity,
    plans.map(({ values }) => ({ ...values, ...imported })),
  );
  const numbers = new Map(plans.map(({ number, values }) => [values.id, number]));
  const written = rows.map(({ id, version }) => ({
    id,
    number: numbers.get(id) as number,
    version,
    before: null,
  }));
  return { rows, written };
}

/** A row as it is and what a file changes of it. */
export interface RowChange<T> {
  row: T;
  changes: Partial<T>;
}

/** Changes planned rows that nobody changed meanwhile; keeps what was there before of the properties that a file may change. */
export async function updatePlanned<T extends Row>(
  { writer }: Writing<unknown>,
  entity: Constructor<T>,
  properties: readonly (string & keyof T)[],
  plans: readonly Plan<unknown, RowChange<T>>[],
): Promise<{ rows: T[]; written: WrittenRow[] }> {
  const list = plans.map(({ changes }) => changes as RowChange<T>);
  const rows = await writer.updateMany(entity, properties, list);
  const planned = new Map(plans.map((plan, index) => [list[index]?.row.id, plan]));
  const written = rows.map(({ id, version }) => {
    const { number, changes } = planned.get(id) as Plan<unknown, RowChange<T>>;
    const { row } = changes as RowChange<T>;
    const before = Object.fromEntries(properties.map((property) => [property, row[property]]));
    return { id, number, version, before };
  });
  return { rows, written };
}

/** Yields what an input would change of a row; null when nothing would. */
export function changeOf<T extends object>(row: T, changes: Partial<T>): RowChange<T> | null {
  const differs = Object.entries(changes).some(
    ([property, value]) => JSON.stringify(row[property as keyof T]) !== JSON.stringify(value),
  );
  return differs ? { row, changes } : null;
}

/** Puts updated rows back as they were before the import. */
export async function restoreRows<T extends Row>(
  { writer }: Writing<unknown>,
  entity: Constructor<T>,
  properties: readonly (string & keyof T)[],
  current: readonly T[],
  written: readonly WrittenRow[],
): Promise<T[]> {
  const before = new Map(written.map((row) => [row.id, row.before as Partial<T>]));
  return writer.updateMany(
    entity,
    properties,
    current.map((row) => ({ row, changes: before.get(row.id) as Partial<T> })),
  );
}

/** Removes what a job created, by the one function that may; throws when it would not be all of it. */
export async function removeRows(
  { writer, job }: Writing<unknown>,
  entity: string,
  table: string,
  created: readonly WrittenRow[],
): Promise<void> {
  if (created.length === 0) return;
  const [schema, name] = table.split('.');
  const [row] = await run<{ removed: number }>(
    writer.em,
    sql`select ${raw(`${schema}.remove_imported_${name}`)}(${job.id}::uuid) as removed`,
  );
  if (row?.removed !== created.length)
    throw new Error(`${row?.removed} of ${created.length} rows of import ${job.id} could be removed.`);
  writer.noteRemoved(
    entity,
    created.map(({ id }) => id),
  );
}
