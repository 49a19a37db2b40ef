import type { EntityManager } from '@mikro-orm/postgresql';
import { run } from '../database/run.js';
import { raw, type Sql, sql } from '../database/sql.js';
import type { Viewer } from '../viewer.js';
import type { WrittenRow } from './importer.js';
import type { ImportNoun, WritingState } from './protocol.js';

/** What an owner keeps of a job. */
export interface Batch {
  noun: string;
  attempt: number;
  state: 'WRITTEN' | 'REFUSED' | 'UNDONE';
  created: number;
  updated: number;
  skipped: number;
  problems: WritingState['problems'];
  writtenAt: Date;
}

const nameIn = (em: EntityManager, table: string): Sql => raw(`${em.config.get('schema')}.${table}`);

/** Rows of a job that are noted in one statement. */
const chunkRows = 2_000;

/** Takes a job for this transaction; false when another transaction has it. */
export async function takeJob(em: EntityManager, job: string): Promise<boolean> {
  const [row] = await run<{ taken: boolean }>(
    em,
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`${em.config.get('schema')} import ${job}`}, 0)) as taken`,
  );
  return row?.taken === true;
}

/** Reads what is kept of a job; null when it was neither written nor refused. */
export async function findBatch(em: EntityManager, job: string): Promise<Batch | null> {
  const [found] = await run<Batch>(
    em,
    sql`select noun, attempt, state, created, updated, skipped, problems, written_at as "writtenAt"
      from ${nameIn(em, 'import_batch')} where job = ${job}::uuid`,
  );
  return found ?? null;
}

/** Whose job it is, and what came of it. */
export interface Outcome extends WritingState {
  state: 'WRITTEN' | 'REFUSED';
  job: string;
  noun: ImportNoun;
  attempt: number;
  viewer: Viewer;
}

/** Keeps what came of a job; a refusal of an attempt before gives way. */
export async function keepBatch(em: EntityManager, outcome: Outcome): Promise<void> {
  const { job, noun, attempt, state, created, updated, skipped, problems, viewer } = outcome;
  await run(
    em,
    sql`insert into ${nameIn(em, 'import_batch')} (job, noun, attempt, state, created, updated, skipped, problems, subject)
      values (${job}::uuid, ${noun}, ${attempt}, ${state}, ${created}, ${updated}, ${skipped}, ${JSON.stringify(problems)}::jsonb, ${viewer.subject ?? ''})
      on conflict (job) do update set attempt = excluded.attempt, state = excluded.state, created = excluded.created, updated = excluded.updated,
        skipped = excluded.skipped, problems = excluded.problems, subject = excluded.subject, written_at = excluded.written_at
      where import_batch.state = 'REFUSED'`,
  );
}

/** Keeps which rows a job wrote. */
export async function keepWritten(
  em: EntityManager,
  job: string,
  rows: readonly WrittenRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += chunkRows) {
    const records = rows
      .slice(from, from + chunkRows)
      .map(({ id, number, version, before }) => ({ entity_id: id, number, version, before }));
    await run(
      em,
      sql`insert into ${nameIn(em, 'import_change')} (job, entity_id, number, version, before)
        select ${job}::uuid, entity_id, number, version, before
        from jsonb_populate_recordset(null::${nameIn(em, 'import_change')}, ${JSON.stringify(records)}::jsonb)`,
    );
  }
}

/** Reads which rows a job wrote, in the order of its file. */
export function findWritten(em: EntityManager, job: string): Promise<WrittenRow[]> {
  return run<WrittenRow>(
    em,
    sql`select entity_id::text as id, number, version, before from ${nameIn(em, 'import_change')}
      where job = ${job}::uuid order by number`,
  );
}

/** Notes that a job was taken back. */
export async function keepUndone(em: EntityManager, job: string, { subject }: Viewer): Promise<void> {
  await run(
    em,
    sql`update ${nameIn(em, 'import_batch')} set state = 'UNDONE', undone_at = now(), undone_by = ${subject ?? ''}
      where job = ${job}::uuid`,
  );
}
