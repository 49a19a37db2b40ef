import { setTimeout as pause } from 'node:timers/promises';
import { rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import type { WritingState } from '#shared/imports/protocol.js';
import { type ImportJob, ImportStatus as S } from '../job/import-job.entity.js';
import { Owners } from '../owners/owners.js';
import { insertProblems } from '../problem/problem.queries.js';
import { keepFile } from '../upload/part.queries.js';
import { rulesOf } from './check.step.js';
import { refusedRowsOf } from './refused-rows.js';
import { moveJob, type Step, type StepContext } from './step.js';

/** An owner writes ten thousand rows in some seconds; asking costs it next to nothing. */
export const askAgainMs = 250;

/** Sees the rows of a job written by their owner, all of them or none. It does not hurt to begin anew: the owner knows the job. */
export const writeStep: Step = async (context) => {
  const job = await moveJob(context, [S.WRITING], 'writeImport', () => ({ rowsWritten: 0, failure: null }));
  if (job === null) return;
  const owners = new Owners(context.directory, context.viewer);
  for (;;) {
    const outcome = await owners.write(rulesOf(job), job.attempt);
    if (outcome.state === 'WRITTEN') return written(context, outcome);
    if (outcome.state === 'REFUSED') return refused(context, job, outcome);
    await pause(askAgainMs, undefined, { signal: context.signal });
  }
};

async function written(context: StepContext, { created, updated, skipped }: WritingState): Promise<void> {
  await moveJob(context, [S.WRITING], 'writeImport', (_, job) => ({
    ...{ status: S.WRITTEN, created, updated, rowsWritten: created + updated, writtenAt: new Date() },
    rowsSkipped: job.rowsSkipped + skipped,
  }));
}

const refusal = {
  code: 'ROWS_REFUSED',
  message: 'Nothing was written: rows that passed the dry run are refused by now; see the problems.',
  messageZh: '没有写入任何数据：预检通过后情况有变，部分行现在被拒绝，请查看问题清单。',
};

/** Something has changed since the dry run: what is wrong now stands with the rows. */
async function refused(context: StepContext, job: ImportJob, { problems }: WritingState): Promise<void> {
  const { em, jobId } = context;
  const numbers = [...new Set(problems.map(({ number }) => number))];
  await em.fork().transactional(async (inside) => {
    await rowsOf(
      inside,
      sql`delete from imports.import_problem where job_id = ${jobId}::uuid and number = any(${numbers}::int[])`,
    );
    await insertProblems(
      inside,
      jobId,
      problems.map(({ number, found, allowed, ...problem }) => ({
        ...problem,
        ...{ row: number, column: null, value: found, suggestion: allowed },
      })),
    );
    await rowsOf(
      inside,
      sql`update imports.import_line set verdict = 'REFUSE'
        where job_id = ${jobId}::uuid and sheet = ${job.sheet} and number = any(${numbers}::int[])`,
    );
  });
  const file = await refusedRowsOf(em, job);
  await moveJob(context, [S.WRITING], 'writeImport', async (writer, { rowsRefused, rowsValid }) => {
    await keepFile(writer.em, jobId, 'REFUSED_ROWS', file);
    return {
      ...{ status: S.CHECKED, failure: JSON.stringify(refusal), rowsWritten: 0 },
      ...{ rowsRefused: rowsRefused + numbers.length, rowsValid: rowsValid - numbers.length },
    };
  });
}
