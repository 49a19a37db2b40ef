import type { Constructor, EntityManager, RequiredEntityData } from '@mikro-orm/postgresql';

/** PostgreSQL takes 65,535 parameters a statement; a row has at most 20 columns. */
const chunkRows = 1_000;

/** Inserts rows in few statements; yields how many. */
export async function insertRows<T extends object>(
  em: EntityManager,
  entity: Constructor<T>,
  rows: readonly Partial<T>[],
): Promise<number> {
  for (let start = 0; start < rows.length; start += chunkRows) {
    await em.insertMany(entity, rows.slice(start, start + chunkRows) as unknown as RequiredEntityData<T>[]);
  }
  return rows.length;
}

/** Completes rows with the columns that every table has: when written (in this order), and the version. */
export function written<T extends object>(
  rows: readonly T[],
  timeOf: (position: number) => Date,
): (T & { createdAt: Date; updatedAt: Date; version: number })[] {
  return rows.map((row, position) => ({
    ...row,
    createdAt: timeOf(position),
    updatedAt: timeOf(position),
    version: 1,
  }));
}
