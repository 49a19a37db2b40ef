import { setTimeout as pause } from 'node:timers/promises';
import { ImportStatus as S } from '../job/import-job.entity.js';
import { Owners } from '../owners/owners.js';
import { askAgainMs } from './write.step.js';
import { moveJob, type Step } from './step.js';

/** Sees the rows of a job taken back by their owner, all of them or none. */
export const undoStep: Step = async (context) => {
  const job = await moveJob(context, [S.UNDOING], 'undoImport', () => ({ failure: null }));
  if (job === null) return;
  const owners = new Owners(context.directory, context.viewer);
  for (;;) {
    const { state, undone, problems } = await owners.undo({ noun: job.noun, job: job.id });
    if (state === 'UNDONE') {
      await moveJob(context, [S.UNDOING], 'undoImport', () => ({ status: S.UNDONE, undone, rowsWritten: 0 }));
      return;
    }
    if (state === 'REFUSED') {
      const [first] = problems;
      const failure = {
        code: first?.code ?? 'UNDO_REFUSED',
        message: `Nothing was taken back: ${problems.length} rows cannot be. ${first?.message ?? ''}`.trim(),
        messageZh: `没有撤销任何数据：有 ${problems.length} 行已被修改或被其他记录引用，不能撤销。`,
      };
      await moveJob(context, [S.UNDOING], 'undoImport', () => ({
        status: S.WRITTEN,
        failure: JSON.stringify(failure),
      }));
      return;
    }
    await pause(askAgainMs, undefined, { signal: context.signal });
  }
};
