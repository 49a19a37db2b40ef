import type { EntityManager } from '@mikro-orm/postgresql';
import type { Page } from '#shared/connection.js';
import { pageByCreation } from '#shared/database/list-page.js';
import { entitiesWhere } from '#shared/database/rows.js';
import { allOf, always, raw, sql } from '#shared/database/sql.js';
import type { PageRequest } from '#shared/page.js';
import { ImportJob, ImportStatus } from './import-job.entity.js';
import type { ImportJobFilter } from './import-job.input.js';
import { nounOf } from './import-job.noun.js';

/** Finds the jobs that the viewer may see, oldest first. */
export function searchImportJobs(
  em: EntityManager,
  page: PageRequest,
  { noun, status }: ImportJobFilter,
): Promise<Page<ImportJob>> {
  const wanted = allOf([
    noun == null ? always : sql`row.noun = any(${noun.map(nounOf)}::text[])`,
    status == null ? always : sql`row.status = any(${status}::text[])`,
  ]);
  return pageByCreation(em, 'viewer', ImportJob, page, wanted);
}

/** Finds a job that has written, or is writing, the same sheet of the same file; the viewer may see it. */
export async function findSameFile(em: EntityManager, job: ImportJob): Promise<ImportJob | null> {
  if (job.sha256 === null) return null;
  const busy = [ImportStatus.WRITING, ImportStatus.WRITTEN, ImportStatus.UNDOING];
  const where = sql`row.sha256 = ${job.sha256} and row.noun = ${job.noun} and row.id <> ${job.id}::uuid
    and row.status = any(${busy}::text[]) and row.sheet is not distinct from coalesce(${job.sheet}::int, row.sheet)`;
  const [found] = await entitiesWhere(em, 'viewer', ImportJob, where, raw('order by row.created_at limit 1'));
  return found ?? null;
}
