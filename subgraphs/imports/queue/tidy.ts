import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '#shared/database/rows.js';
import { raw, sql } from '#shared/database/sql.js';

/** An import can be taken back for a day and looked at for a month; then its rows are on record or nowhere. */
const keptDays = 30;
/** Whoever has not sent the rest of a file by then does not. */
const receivedHours = 24;

const tables = ['import_problem', 'import_line', 'import_sheet', 'import_part'];

/** Forgets what was read of old files, and uploads that never ended; the jobs themselves stay. Yields how many jobs lost something. */
export async function tidy(em: EntityManager): Promise<number> {
  return em.fork().transactional(async (inside) => {
    const old = await rowsOf<{ id: string }>(
      inside,
      sql`select id from imports.import_job job
        where (updated_at < now() - make_interval(days => ${keptDays})
            or (status = 'RECEIVING' and updated_at < now() - make_interval(hours => ${receivedHours})))
          and (exists (select from imports.import_sheet s where s.job_id = job.id)
            or exists (select from imports.import_part p where p.job_id = job.id))`,
    );
    const ids = old.map(({ id }) => id);
    for (const table of tables)
      await rowsOf(inside, sql`delete from ${raw(`imports.${table}`)} where job_id = any(${ids}::uuid[])`);
    return ids.length;
  });
}
