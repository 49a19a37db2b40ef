import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { run } from '../database/run.js';
import { raw, sql } from '../database/sql.js';
import { noSuchRow } from '../errors.js';
import { internalViewer } from '../viewer.js';
import { Writer } from '../writer.js';
import { findBatch, findWritten, keepUndone, takeJob } from './batch.js';
import { newJob } from './examining.js';
import type { ImportContext, Importer, WrittenRow } from './importer.js';
import { rowError } from './problems.js';
import type { ImportNoun, UndoingState } from './protocol.js';

const undoHours = 24;
const problemsMax = 1_000;
/** Ids that another subgraph is asked about at once. */
const idsMax = 10_000;

/** A job that is to be taken back. */
export interface Recall {
  noun: ImportNoun;
  job: string;
  importer: Importer;
}

type Problems = UndoingState['problems'];

export const undoRunning: UndoingState = { state: 'RUNNING', undone: 0, problems: [] };
const refused = (problems: Problems): UndoingState => ({
  state: 'REFUSED',
  undone: 0,
  problems: problems.slice(0, problemsMax),
});

/** Name of a subgraph's query for which of some ids its rows name. */
export const referredQuery = (subgraph: string): string => `${subgraph}ImportReferred`;

/**
 * Takes back what a job wrote within the last day, in one transaction, or says what stands against it. Rows are held first, so nobody
 * in this subgraph can begin to refer to them; another subgraph that begins to between its answer and the end is not seen.
 */
export async function undoJob(context: ImportContext, recall: Recall): Promise<UndoingState> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await undoOnce(context, recall);
    } catch (error) {
      // Given up by PostgreSQL for another transaction, of two that waited for each other: nothing is wrong with it.
      if ((error as { code?: string }).code !== '40P01' || attempt === attemptsMax) throw error;
    }
  }
}

const attemptsMax = 3;

async function undoOnce(context: ImportContext, { noun, job, importer }: Recall): Promise<UndoingState> {
  return context.em.fork().transactional(async (em) => {
    if (!(await takeJob(em, job))) return undoRunning;
    const batch = await findBatch(em, job);
    if (batch === null || batch.noun !== noun || batch.state === 'REFUSED') throw noSuchRow('job', job);
    const rows = await findWritten(em, job);
    if (batch.state === 'UNDONE') return { state: 'UNDONE', undone: rows.length, problems: [] };
    if (Date.now() - new Date(batch.writtenAt).getTime() > undoHours * 3_600_000)
      return refused([tooLate(job)]);
    const obstacles = await obstaclesOf({ ...context, em }, importer, rows);
    if (obstacles.length > 0) return refused(obstacles);
    const writing = {
      context: { ...context, em },
      writer: new Writer(em, context),
      job: newJob(job, 'SKIP'),
    };
    await importer.takeBack(writing, {
      created: rows.filter(({ before }) => before === null),
      updated: rows.filter(({ before }) => before !== null),
    });
    await keepUndone(em, job, context.viewer);
    await writing.writer.appendAudit(importer.action.replace('import', 'undoImportOf'));
    return { state: 'UNDONE', undone: rows.length, problems: [] };
  });
}

const tooLate = (job: string) => ({
  ...rowError(null, {
    code: 'UNDO_TOO_LATE',
    message: `An import is taken back within ${undoHours} hours; this one was written before.`,
  }),
  id: job,
});

/** Says which rows were changed since, and what refers to rows that are to go. */
async function obstaclesOf(
  context: ImportContext,
  importer: Importer,
  rows: readonly WrittenRow[],
): Promise<Problems> {
  const changed = await changedSince(context.em, importer, rows);
  if (changed.length > 0) return changed;
  const created = rows.filter(({ before }) => before === null).map(({ id }) => id);
  return [
    ...((await importer.hindrances?.(context, rows)) ?? []),
    ...(await referredHere(context.em, importer, created)),
    ...(await referredElsewhere(context, importer, created)),
  ];
}

/** Holds all rows; one that the viewer may not change counts as changed. */
async function changedSince(
  em: EntityManager,
  { table }: Importer,
  rows: readonly WrittenRow[],
): Promise<Problems> {
  const ids = rows.map(({ id }) => id);
  const held = await run<{ id: string; version: number }>(
    em,
    sql`select id::text, version from ${raw(table)} where id = any(${ids}::uuid[]) order by id for update`,
  );
  const versions = new Map(held.map(({ id, version }) => [id, version]));
  return rows
    .filter(({ id, version }) => versions.get(id) !== version)
    .map(({ id, number }) => ({
      ...rowError(null, {
        code: 'CHANGED_SINCE',
        message: `What row ${number} wrote has been changed since.`,
      }),
      id,
    }));
}

async function referredHere(
  em: EntityManager,
  { referrers }: Importer,
  ids: readonly string[],
): Promise<Problems> {
  const found: Problems = [];
  for (const { table, column, says } of referrers) {
    const named = await run<{ id: string }>(
      em,
      sql`select distinct ${raw(column)}::text as id from ${raw(table)} where ${raw(column)} = any(${ids}::uuid[])`,
    );
    found.push(...named.map(({ id }) => referredBy(id, says)));
  }
  return found;
}

async function referredElsewhere(
  { directory, requestId }: ImportContext,
  { foreignReferrers, table }: Importer,
  ids: readonly string[],
): Promise<Problems> {
  const found: Problems = [];
  for (const { subgraph, says } of foreignReferrers) {
    const field = referredQuery(subgraph);
    for (let from = 0; from < ids.length; from += idsMax) {
      const answer = await directory.ask<Record<string, string>>(subgraph, {
        query: `query Referred($noun: String!, $ids: [ID!]!) { ${field}(noun: $noun, ids: $ids) }`,
        variables: { noun: table, ids: ids.slice(from, from + idsMax) },
        viewer: internalViewer('imports'),
        ...(requestId === null ? {} : { requestId }),
      });
      const named = z.array(z.string()).parse(JSON.parse(answer[field] ?? 'null'));
      found.push(...named.map((id) => referredBy(id, says)));
    }
  }
  return found;
}

const referredBy = (id: string, says: string): Problems[number] => ({
  ...rowError(null, { code: 'REFERRED_TO', message: `${says} names it.`, found: says }),
  id,
});
