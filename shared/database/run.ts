import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type Kysely } from 'kysely';
import type pg from 'pg';
import type { Sql } from './sql.js';

/** What every value is that the driver is not to parse: the text that PostgreSQL wrote. */
const unparsed: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text };

/** Runs a statement in the entity manager's transaction, or where there is none on a connection of its pool. */
export async function run<Row>(em: EntityManager, { text, values }: Sql): Promise<Row[]> {
  const transaction = transactionOf(em);
  if (transaction !== undefined) return (await transaction.executeQuery<Row>(compiled(text, values))).rows;
  return query<Row>(em, { text, values });
}

/** The same for rows that become entities: each row is the list of its values, as text where no driver had to parse them. */
export async function runForEntities(em: EntityManager, { text, values }: Sql): Promise<unknown[][]> {
  const transaction = transactionOf(em);
  if (transaction === undefined)
    return query<unknown[]>(em, { text, values, rowMode: 'array', types: unparsed });
  const { rows } = await transaction.executeQuery<Record<string, unknown>>(compiled(text, values));
  return rows.map((row) => Object.values(row));
}

const transactionOf = (em: EntityManager): Kysely<unknown> | undefined =>
  em.getTransactionContext<Kysely<unknown>>();

const compiled = (text: string, values: unknown[]) => CompiledQuery.raw(text, values);

/** Pools by whose connection object they belong to; asking for one is a promise, and every statement would wait for it. */
const pools = new WeakMap<object, pg.Pool>();

async function query<Row>(em: EntityManager, config: pg.QueryConfig & { rowMode?: 'array' }): Promise<Row[]> {
  const connection = em.getConnection();
  let pool = pools.get(connection);
  if (pool === undefined) {
    pool = (await connection.getNativeClient()) as pg.Pool;
    pools.set(connection, pool);
  }
  const client = await pool.connect();
  try {
    return (await client.query<never>(config)).rows as Row[];
  } finally {
    client.release();
  }
}
