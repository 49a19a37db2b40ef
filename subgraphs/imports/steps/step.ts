import type { EntityManager } from '@mikro-orm/postgresql';
import type { Directory } from '#shared/directory.js';
import type { Limits } from '#shared/limits.js';
import type { Logger } from '#shared/log.js';
import { Writer } from '#shared/writer.js';
import type { Viewer } from '#shared/viewer.js';
import { ImportJob, type ImportStatus } from '../job/import-job.entity.js';
import type { StepName } from '../queue/queue.js';

/** What a step of a job works with. It may begin anew at any moment, after a crash: what it did before must not count twice. */
export interface StepContext {
  /** As the hub itself. */
  em: EntityManager;
  directory: Directory;
  limits: Pick<Limits, 'importBytes' | 'importRows'>;
  log: Logger | undefined;
  jobId: string;
  step: StepName;
  /** Who asked for the step. */
  viewer: Viewer;
  signal: AbortSignal;
}

export type Step = (context: StepContext) => Promise<void>;

/** Changes a job and notes it in the audit log, in whose name the step runs; null, and nothing is changed, when the job is in another state. */
export async function moveJob(
  { em, jobId, viewer }: Pick<StepContext, 'em' | 'jobId' | 'viewer'>,
  from: readonly ImportStatus[],
  action: string,
  change: (writer: Writer, job: ImportJob) => Promise<Partial<ImportJob>> | Partial<ImportJob>,
): Promise<ImportJob | null> {
  return em.fork().transactional(async (inside) => {
    const writer = new Writer(inside, { viewer, requestId: null, personal: {} });
    const job = await writer.lock(ImportJob, jobId);
    if (job === null || !from.includes(job.status)) return null;
    const changed = await writer.update(job, await change(writer, job));
    await writer.appendAudit(action);
    return changed;
  });
}
