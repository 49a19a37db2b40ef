import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '#shared/database/rows.js';
import { join, raw, sql } from '#shared/database/sql.js';

/** Lists which of some ids of another subgraph's noun columns of this one's tables name. */
export const namedIn =
  (columns: Readonly<Record<string, string>>) =>
  async (em: EntityManager, ids: readonly string[]): Promise<string[]> => {
    const named = Object.entries(columns).map(
      ([table, column]) =>
        sql`select ${raw(column)}::text as id from ${raw(`donations.${table}`)} where ${raw(column)} = any(${ids}::uuid[])`,
    );
    return (await rowsOf<{ id: string }>(em, join(named, ' union '))).map(({ id }) => id);
  };
