import type { GraphQLSchema } from 'graphql';
import { coerceRow } from './coercion.js';
import type { Given, Importer, Job, Plan } from './importer.js';
import { rowWarning } from './problems.js';
import type { DuplicateRule, ExaminedRow, ImportRow, RowProblem } from './protocol.js';

/** A row with what would become of it; `plan` is missing where the schema refused it. */
export interface Judged extends ExaminedRow {
  plan: Plan | null;
}

/** Where rows are examined. */
export interface Examining<Context> {
  importer: Importer;
  schema: GraphQLSchema;
  context: Context;
  job: Job;
}

/** Begins a job, or a look at a page of it. */
export function newJob(id: string, onDuplicate: DuplicateRule): Job {
  return { id, onDuplicate, source: sourceOf(id), seen: new Map(), claimed: new Set() };
}

/** What `source` says of a row that a job wrote. */
export const sourceOf = (job: string): string => `import:${job}`;

/** Says of each row of a page what would become of it, in their order. */
export async function examineRows<Context>(
  { importer, schema, context, job }: Examining<Context>,
  rows: readonly ImportRow[],
): Promise<Judged[]> {
  const coerced = rows.map((row) => [row, coerceRow(schema, importer.input, row, job.id)] as const);
  const given = coerced.flatMap(([, found]) => ('given' in found ? [found.given] : []));
  const plans = given.length === 0 ? [] : await importer.plan(context, given as Given<never>[], job);
  const planOf = new Map(plans.map((plan) => [plan.number, plan]));
  return coerced.map(([{ number }, found]) =>
    'problems' in found
      ? { number, verdict: 'REFUSE', existing: null, problems: found.problems, plan: null }
      : judge(planOf.get(number) as Plan, importer, job),
  );
}

function judge(plan: Plan, { update }: Importer, job: Job): Judged {
  const { number, existing, keys, problems: found, changes } = plan;
  const shown = existing && { id: existing.id, name: existing.name };
  const as = (verdict: Judged['verdict'], ...added: RowProblem[]): Judged => ({
    number,
    verdict,
    existing: shown,
    problems: [...found, ...added],
    plan,
  });
  if (found.some(({ severity }) => severity === 'ERROR')) return as('REFUSE');
  const before = keys.find(({ key }) => job.seen.has(key));
  const twice = before && keys.find(({ key, taken }) => taken !== null && job.seen.has(key));
  if (twice?.taken && job.onDuplicate === 'CREATE') return as('REFUSE', twice.taken);
  if (before && job.onDuplicate !== 'CREATE') return as('SKIP', repeated(job.seen.get(before.key) as number));
  for (const { key } of keys) if (!job.seen.has(key)) job.seen.set(key, number);
  if (existing === null) return as('CREATE');
  if (job.onDuplicate === 'CREATE') return existing.taken ? as('REFUSE', existing.taken) : as('CREATE');
  if (job.onDuplicate === 'SKIP') return as('SKIP');
  if (update === null) return as('SKIP', neverChanged);
  return as(changes === null ? 'SKIP' : 'UPDATE');
}

const repeated = (row: number): RowProblem =>
  rowWarning(null, { code: 'DUPLICATE_IN_FILE', message: `Row ${row} of the file says the same.` });

const neverChanged = rowWarning(null, {
  code: 'NEVER_CHANGED',
  message: 'What is on record of this kind is never changed by a file; the row is left out.',
});

/** What of a judged row leaves the owner. */
export const examinedRowOf = ({ number, verdict, existing, problems }: Judged): ExaminedRow => ({
  number,
  verdict,
  existing,
  problems,
});
