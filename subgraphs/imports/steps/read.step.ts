import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { guessHeaderRow } from '../columns/header-row.js';
import { type ImportJob, ImportStatus as S } from '../job/import-job.entity.js';
import { insertLines, readLines } from '../line/line.queries.js';
import { type FileFacts, readFile, UnreadableFile } from '../reading/read-file.js';
import { keepFile, readParts } from '../upload/part.queries.js';
import { moveJob, type Step, type StepContext } from './step.js';

/** The first lines of a sheet, among which its header is looked for. */
const headLines = 30;

/** Reads an uploaded file into lines, and keeps nothing else of it. */
export const readStep: Step = async (context) => {
  const { em, jobId, limits, signal } = context;
  const job = await moveJob(context, [S.WAITING, S.READING], 'readImport', () => ({ status: S.READING }));
  if (job === null) return;
  await forgetReading(em, jobId);
  const bytes = await readParts(em, jobId, 'UPLOADED');
  try {
    const facts = await readFile(
      bytes,
      job.fileName,
      { rows: limits.importRows },
      async (sheet, lines) => {
        await insertLines(em, jobId, sheet, lines);
        await rowsOf(
          em,
          sql`update imports.import_job set rows_read = rows_read + ${lines.length} where id = ${jobId}::uuid`,
        );
      },
      signal,
    );
    await keepSheets(context, facts);
    await finish(context, facts);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { code, message, messageZh } = error;
    await forgetReading(em, jobId);
    await end(context, { status: S.FAILED, failure: JSON.stringify({ code, message, messageZh }) });
  }
};

/** What an earlier try has read, before it was broken off. */
async function forgetReading(em: EntityManager, jobId: string): Promise<void> {
  await em.fork().transactional(async (inside) => {
    await rowsOf(inside, sql`delete from imports.import_line where job_id = ${jobId}::uuid`);
    await rowsOf(inside, sql`delete from imports.import_sheet where job_id = ${jobId}::uuid`);
    await rowsOf(inside, sql`update imports.import_job set rows_read = 0 where id = ${jobId}::uuid`);
  });
}

async function keepSheets({ em, jobId }: StepContext, { sheets }: FileFacts): Promise<void> {
  for (const { position, name, rows, columns, hidden, mergedCells } of sheets) {
    const header = guessHeaderRow(
      await readLines(em, { jobId, sheet: position, after: 0, first: headLines }),
    );
    await rowsOf(
      em,
      sql`insert into imports.import_sheet values (${jobId}::uuid, ${position}, ${name}, ${rows}, ${columns}, ${hidden}, ${mergedCells}, ${header})`,
    );
  }
}

const finish = (context: StepContext, { format, encoding, notes, personalCells, sheets }: FileFacts) =>
  end(context, {
    status: S.READY,
    format,
    encoding,
    personalCells,
    notes: JSON.stringify(notes),
    rowsTotal: sheets.reduce((sum, { rows }) => sum + rows, 0),
  });

/** The file itself goes in the same moment: it may hold what must not be kept. */
async function end(context: StepContext, changes: Partial<ImportJob>): Promise<void> {
  await moveJob(context, [S.READING], 'readImport', async ({ em }, { id }) => {
    await keepFile(em, id, 'UPLOADED', null);
    return changes;
  });
}
