import { rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { type ImportRules, rowsPerPage } from '#shared/imports/protocol.js';
import { type ImportJob, ImportStatus as S } from '../job/import-job.entity.js';
import { forgetVerdicts, judgeLines, readLines } from '../line/line.queries.js';
import { forgetProblems, insertProblems } from '../problem/problem.queries.js';
import { keepFile } from '../upload/part.queries.js';
import { Examination } from './examination.js';
import { refusedRowsOf } from './refused-rows.js';
import { moveJob, type Step, type StepContext } from './step.js';

/** Examines every row of the chosen sheet and writes nothing but what it found: the dry run. */
export const checkStep: Step = async (context) => {
  const job = await begin(context);
  if (job === null) return;
  const examination = await Examination.open(context, job, rulesOf(job));
  try {
    await eachPage(context, job, examination);
  } finally {
    await examination.close();
  }
  const file = await refusedRowsOf(context.em, job);
  await moveJob(context, [S.CHECKING], 'checkImport', async ({ em }) => {
    await keepFile(em, job.id, 'REFUSED_ROWS', file);
    return { status: S.CHECKED };
  });
};

export const rulesOf = ({ id, noun, onDuplicate }: ImportJob): ImportRules => ({
  noun,
  job: id,
  onDuplicate: onDuplicate ?? 'SKIP',
});

/** Forgets an earlier run, of which this may be the repetition. */
async function begin(context: StepContext): Promise<ImportJob | null> {
  const { em, jobId } = context;
  return moveJob(context, [S.CHECKING], 'checkImport', async (writer, job) => {
    await forgetProblems(writer.em, jobId);
    await forgetVerdicts(writer.em, jobId);
    const [total] = await rowsOf<{ rows: number }>(
      em,
      sql`select count(*)::int as rows from imports.import_line
        where job_id = ${jobId}::uuid and sheet = ${job.sheet} and number > ${job.headerRow}`,
    );
    const counts = { rowsRead: 0, rowsValid: 0, rowsRefused: 0, rowsSkipped: 0, rowsWritten: 0 };
    return { ...counts, created: 0, updated: 0, failure: null, rowsTotal: total?.rows ?? 0 };
  });
}

async function eachPage(
  { em, jobId, signal }: StepContext,
  { sheet, headerRow }: ImportJob,
  examination: Examination,
): Promise<void> {
  const page = { jobId, sheet: sheet as number, first: rowsPerPage };
  for (let after = headerRow as number; ;) {
    signal.throwIfAborted();
    const lines = await readLines(em, { ...page, after });
    const last = lines.at(-1);
    if (last === undefined) return;
    const { judged, problems } = await examination.examine(lines);
    const count = (...verdicts: string[]) =>
      judged.filter(({ verdict }) => verdicts.includes(verdict)).length;
    await em.fork().transactional(async (inside) => {
      await judgeLines(inside, jobId, page.sheet, judged);
      await insertProblems(inside, jobId, problems);
      await rowsOf(
        inside,
        sql`update imports.import_job set rows_read = rows_read + ${lines.length}, rows_refused = rows_refused + ${count('REFUSE')},
          rows_valid = rows_valid + ${count('CREATE', 'UPDATE', 'SKIP')}, rows_skipped = rows_skipped + ${count('SKIP')},
          created = created + ${count('CREATE')}, updated = updated + ${count('UPDATE')} where id = ${jobId}::uuid`,
      );
    });
    after = last.number;
  }
}
