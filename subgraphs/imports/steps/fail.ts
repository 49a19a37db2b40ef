import { ImportStatus as S } from '../job/import-job.entity.js';
import type { StepName } from '../queue/queue.js';
import { keepFile } from '../upload/part.queries.js';
import { moveJob, type StepContext } from './step.js';

/** Where a job goes whose step nobody tries again. */
const after: Readonly<Record<StepName, { from: S[]; to: S }>> = {
  read: { from: [S.WAITING, S.READING], to: S.FAILED },
  check: { from: [S.CHECKING], to: S.READY },
  write: { from: [S.WRITING], to: S.CHECKED },
  undo: { from: [S.UNDOING], to: S.WRITTEN },
};

const refused = { code: 'STEP_REFUSED', messageZh: '系统拒绝了这一步，请检查权限与所选内容。' };

const givenUp = {
  code: 'STEP_FAILED',
  message:
    'The hub could not finish this step, although it tried again and again; nothing was half-written. Try later.',
  messageZh: '系统多次尝试后仍未能完成这一步，没有写入任何半成品数据，请稍后重试。',
};

/** Ends a step that failed for good, or was refused in these words, so that whoever waits can begin it again. */
export async function failStep(context: StepContext, refusal: string | null): Promise<void> {
  const { from, to } = after[context.step];
  const failure = refusal === null ? givenUp : { ...refused, message: refusal };
  await moveJob(context, from, `${context.step}Import`, async ({ em }, { id }) => {
    // Of a file that nobody reads any more nothing is kept either.
    if (context.step === 'read') await keepFile(em, id, 'UPLOADED', null);
    return { status: to, failure: JSON.stringify(failure) };
  });
}
