import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import type { ExaminedRow, ImportPage, ImportRow } from '#shared/imports/protocol.js';
import type { Cell, Line } from '../reading/cell.js';

/** Lines of a sheet behind a number. */
export interface LinePage {
  jobId: string;
  sheet: number;
  after: number;
  first: number;
}

export async function insertLines(
  em: EntityManager,
  jobId: string,
  sheet: number,
  lines: readonly Line[],
): Promise<void> {
  const numbers = lines.map(({ number }) => number);
  const cells = lines.map((line) => JSON.stringify(line.cells));
  await rowsOf(
    em,
    sql`insert into imports.import_line (job_id, sheet, number, cells)
      select ${jobId}::uuid, ${sheet}, number, cells from unnest(${numbers}::int[], ${cells}::text[]) as line (number, cells)`,
  );
}

/** Reads lines in the order of the file. */
export async function readLines(
  em: EntityManager,
  { jobId, sheet, after, first }: LinePage,
): Promise<Line[]> {
  const rows = await rowsOf<{ number: number; cells: string }>(
    em,
    sql`select number, cells from imports.import_line where job_id = ${jobId}::uuid and sheet = ${sheet} and number > ${after}
      order by number limit ${first}`,
  );
  return rows.map(({ number, cells }) => ({ number, cells: JSON.parse(cells) as Cell[] }));
}

/** What a dry run says of a line. */
export interface JudgedLine extends Pick<ExaminedRow, 'number' | 'verdict' | 'existing'> {
  input: Record<string, unknown> | null;
}

/** Keeps what was found of lines. */
export async function judgeLines(
  em: EntityManager,
  jobId: string,
  sheet: number,
  lines: readonly JudgedLine[],
): Promise<void> {
  const judged = lines.map(({ number, verdict, existing, input }) => ({
    number,
    verdict,
    existing_id: existing?.id ?? null,
    existing_name: existing?.name ?? null,
    input: input === null ? null : JSON.stringify(input),
  }));
  await rowsOf(
    em,
    sql`update imports.import_line line set verdict = judged.verdict, input = judged.input,
        existing_id = judged.existing_id, existing_name = judged.existing_name
      from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb)
        as judged (number int, verdict text, input text, existing_id text, existing_name text)
      where line.job_id = ${jobId}::uuid and line.sheet = ${sheet} and line.number = judged.number`,
  );
}

/** Forgets what an earlier dry run found. */
export async function forgetVerdicts(em: EntityManager, jobId: string): Promise<void> {
  await rowsOf(
    em,
    sql`update imports.import_line set verdict = null, input = null, existing_id = null, existing_name = null
      where job_id = ${jobId}::uuid and verdict is not null`,
  );
}

/** Hands rows out that passed, in the order of the file, behind a number. */
export async function passedRows(
  em: EntityManager,
  jobId: string,
  after: number,
  first: number,
): Promise<ImportPage> {
  const rows = await rowsOf<{ number: number; input: string }>(
    em,
    sql`select line.number, line.input from imports.import_line line
      join imports.import_job job on job.id = line.job_id and job.sheet = line.sheet
      where line.job_id = ${jobId}::uuid and line.verdict in ('CREATE', 'UPDATE') and line.number > ${after}
      order by line.number limit ${first + 1}`,
  );
  const page = rows
    .slice(0, first)
    .map(({ number, input }): ImportRow => ({ number, input: JSON.parse(input) as Record<string, unknown> }));
  return { rows: page, hasMore: rows.length > first };
}

/** Numbers of the lines that were refused, behind a number. */
export async function refusedLines(
  em: EntityManager,
  { jobId, sheet, after, first }: LinePage,
): Promise<Line[]> {
  const rows = await rowsOf<{ number: number; cells: string }>(
    em,
    sql`select number, cells from imports.import_line
      where job_id = ${jobId}::uuid and sheet = ${sheet} and verdict = 'REFUSE' and number > ${after}
      order by number limit ${first}`,
  );
  return rows.map(({ number, cells }) => ({ number, cells: JSON.parse(cells) as Cell[] }));
}
