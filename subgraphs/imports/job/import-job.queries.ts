import type { EntityManager } from '@mikro-orm/postgresql';
import type { Page } from '#shared/connection.js';
import { pageByCreation } from '#shared/database/list-page.js';
import { rowsOf } from '#shared/database/rows.js';
import { allOf, always, sql } from '#shared/database/sql.js';
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

/** Finds, for each of some jobs, another that has written, or is writing, the same file, or the chosen sheet of it; the viewer may see it. */
export async function findSameFiles(
  em: EntityManager,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const busy = [ImportStatus.WRITING, ImportStatus.WRITTEN, ImportStatus.UNDOING];
  const rows = await rowsOf<{ id: string; otherId: string }>(
    em,
    sql`select distinct on (job.id) job.id, other.id as "otherId" from imports.import_job job
      join imports.import_job other on other.sha256 = job.sha256 and other.noun = job.noun and other.id <> job.id
        and other.status = any(${busy}::text[]) and (job.sheet is null or other.sheet = job.sheet)
      where job.id = any(${jobIds}::uuid[]) order by job.id, other.created_at`,
  );
  return new Map(rows.map(({ id, otherId }) => [id, otherId]));
}
