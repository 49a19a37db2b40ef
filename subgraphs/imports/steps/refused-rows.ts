import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { type RefusedRow, refusedRowsFile } from '../files/refused-rows.js';
import type { ImportJob } from '../job/import-job.entity.js';
import { readLines, refusedLines } from '../line/line.queries.js';

const linesAtOnce = 1_000;

/** Writes the file of the rows of a job that were refused, each with its reasons; null when none was. */
export async function refusedRowsOf(
  em: EntityManager,
  { id: jobId, sheet, headerRow }: Pick<ImportJob, 'id' | 'sheet' | 'headerRow'>,
): Promise<Uint8Array | null> {
  const place = { jobId, sheet: sheet as number };
  const rows: RefusedRow[] = [];
  for (let after = 0; ;) {
    const lines = await refusedLines(em, { ...place, after, first: linesAtOnce });
    const last = lines.at(-1);
    if (last === undefined) break;
    const reasons = await reasonsOf(
      em,
      jobId,
      lines.map(({ number }) => number),
    );
    rows.push(...lines.map(({ number, cells }) => ({ number, cells, reason: reasons.get(number) ?? '' })));
    after = last.number;
  }
  if (rows.length === 0) return null;
  const above = { ...place, after: (headerRow as number) - 1, first: 1 };
  const [header] = headerRow === 0 ? [] : await readLines(em, above);
  return refusedRowsFile(header?.cells ?? [], rows);
}

async function reasonsOf(em: EntityManager, jobId: string, numbers: number[]): Promise<Map<number, string>> {
  const rows = await rowsOf<{ number: number; reason: string }>(
    em,
    sql`select number, string_agg(message_zh, '；' order by position) as reason from imports.import_problem
      where job_id = ${jobId}::uuid and severity = 'ERROR' and number = any(${numbers}::int[]) group by number`,
  );
  return new Map(rows.map(({ number, reason }) => [number, reason]));
}
