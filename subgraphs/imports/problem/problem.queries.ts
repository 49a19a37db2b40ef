import type { EntityManager } from '@mikro-orm/postgresql';
import { type Page, pageOf } from '#shared/connection.js';
import { rowsOf } from '#shared/database/rows.js';
import { allOf, always, sql } from '#shared/database/sql.js';
import type { PageRequest } from '#shared/page.js';
import { reasonInChinese } from '../columns/reasons.js';
import type { FoundProblem } from './import-problem.found.js';
import { ImportProblem, ImportProblemGroup, type ImportSeverity } from './import-problem.result.js';

/** Keeps problems; those of a row in the order in which they were found. */
export async function insertProblems(
  em: EntityManager,
  jobId: string,
  problems: readonly FoundProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  const places = new Map<number, number>();
  const rows = problems.map((problem) => {
    const position = places.get(problem.row) ?? 0;
    places.set(problem.row, position + 1);
    return { ...problem, position, message_zh: reasonInChinese(problem) };
  });
  await rowsOf(
    em,
    sql`insert into imports.import_problem
      select ${jobId}::uuid, "row", position, "column", field, severity, code, value, message, message_zh, suggestion
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as problem ("row" int, position int, "column" int, field text,
        severity text, code text, value text, message text, message_zh text, suggestion text)
      on conflict do nothing`,
  );
}

export async function forgetProblems(em: EntityManager, jobId: string): Promise<void> {
  await rowsOf(em, sql`delete from imports.import_problem where job_id = ${jobId}::uuid`);
}

/** Conditions on problems; all hold together. */
export interface ProblemFilter {
  code?: string | null;
  severity?: ImportSeverity | null;
}

const conditionsOf = (jobId: string, { code, severity }: ProblemFilter) =>
  allOf([
    sql`job_id = ${jobId}::uuid`,
    code == null ? always : sql`code = ${code}`,
    severity == null ? always : sql`severity = ${severity}`,
  ]);

type ProblemRow = ImportProblem & { position: number };

const columns = sql`number as "row", position, "column", field, severity, code, value, message, message_zh as "messageZh", suggestion`;

/** Reads problems in the order of the file. */
export async function searchProblems(
  em: EntityManager,
  jobId: string,
  page: PageRequest,
  filter: ProblemFilter,
): Promise<Page<ImportProblem>> {
  const where = conditionsOf(jobId, filter);
  const [row, position] = page.after === null ? [0, 0] : placeIn(page.after.key);
  const behind = page.after === null ? always : sql`(number, position) > (${row}, ${position})`;
  const found = await rowsOf<ProblemRow>(
    em,
    sql`select ${columns} from imports.import_problem where ${where} and ${behind} order by number, position limit ${page.first + 1}`,
  );
  const count = sql`select count(*)::int as count from imports.import_problem where ${where}`;
  return pageOf<ImportProblem>(found.map(problemOf), page, {
    order: 'ROW',
    placeOf: (problem) => ({ key: `${problem.row}.${(problem as ProblemRow).position}`, id: jobId }),
    total: async () => (await rowsOf<{ count: number }>(em, count))[0]?.count ?? 0,
  });
}

const placeIn = (key: string): [number, number] => {
  const [row = 0, position = 0] = key.split('.').map((part) => Math.trunc(Number(part)) || 0);
  return [row, position];
};

const problemOf = (row: ProblemRow): ImportProblem => Object.assign(new ImportProblem(), row);

/** Kinds of problems, errors first, the most frequent first. */
export async function groupProblems(em: EntityManager, jobId: string): Promise<ImportProblemGroup[]> {
  const rows = await rowsOf<ProblemRow & { count: number }>(
    em,
    sql`select * from (
        select ${columns}, (count(*) over kind)::int as count, row_number() over (kind order by number, position) as place
        from imports.import_problem where job_id = ${jobId}::uuid window kind as (partition by code, field, severity)
      ) problem where place = 1`,
  );
  return rows
    .map(({ count, ...row }) =>
      Object.assign(new ImportProblemGroup(), {
        ...{ code: row.code, field: row.field, severity: row.severity, count },
        example: problemOf(row),
      }),
    )
    .sort((left, right) => left.severity.localeCompare(right.severity) || right.count - left.count);
}
