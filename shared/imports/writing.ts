import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { HubError } from '../errors.js';
import { Writer } from '../writer.js';
import { internalViewer } from '../viewer.js';
import { type Batch, findBatch, keepBatch, keepWritten, takeJob } from './batch.js';
import { examineRows, type Judged, newJob } from './examining.js';
import type { ImportContext, Importer, Plan, Writing, WrittenRow } from './importer.js';
import { rowError } from './problems.js';
import { type ImportPage, importPage, type ImportRules, type WritingState } from './protocol.js';

/** A reader of more has seen enough to mend the file. */
const problemsMax = 1_000;
/** Rows of a statement: it has five seconds, and rows of totals that it changes stay locked until the end. */
const chunkRows = 1_000;

/** A job that is to be written, as its call gives it. */
export interface Commission extends ImportRules {
  attempt: number;
  importer: Importer;
  schema: GraphQLSchema;
}

/** What is kept of a job as its caller is told it; null when there is nothing for this attempt. */
export function keptState(batch: Batch | null, attempt: number): WritingState | null {
  if (batch === null || (batch.state === 'REFUSED' && batch.attempt !== attempt)) return null;
  const { created, updated, skipped, problems } = batch;
  return { state: batch.state === 'REFUSED' ? 'REFUSED' : 'WRITTEN', created, updated, skipped, problems };
}

export const running: WritingState = { state: 'RUNNING', created: 0, updated: 0, skipped: 0, problems: [] };

/**
 * Writes a whole job in one transaction, or nothing of it. All rows are read and examined before the first is written: totals that
 * others wait for are locked only while rows are being written, and a job with a bad row locks none.
 */
export async function writeJob(context: ImportContext, commission: Commission): Promise<WritingState> {
  const { job, noun, attempt } = commission;
  const { viewer } = context;
  const keep = { job, noun, attempt, viewer };
  try {
    return await context.em.fork().transactional(async (em) => {
      if (!(await takeJob(em, job))) return running;
      const known = keptState(await findBatch(em, job), attempt);
      if (known !== null) return known;
      const inside = { ...context, em };
      const writing = {
        context: inside,
        writer: new Writer(em, context),
        job: newJob(job, commission.onDuplicate),
      };
      const judged = await examineAll(writing, commission);
      const state = await writeRows(writing, commission, judged);
      await keepBatch(em, { ...keep, ...state });
      await keepWritten(em, job, state.rows);
      await writing.writer.appendAudit(commission.importer.action);
      return withoutRows(state);
    });
  } catch (error) {
    if (!(error instanceof RefusedJob)) throw error;
    const state = { ...running, state: 'REFUSED' as const, problems: error.problems };
    await context.em.fork().transactional((em) => keepBatch(em, { ...keep, ...state }));
    return state;
  }
}

type Problems = WritingState['problems'];

/** Carries a job's problems out of a transaction that must not commit. */
class RefusedJob extends Error {
  constructor(readonly problems: Problems) {
    super('the job is refused');
  }
}

/** Examines all pages of a job anew: what was right when it was looked at may not be any more. */
async function examineAll(
  { context, job }: Writing<ImportContext>,
  { importer, schema }: Commission,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  const problems: Problems = [];
  for (let after = 0, hasMore = true; hasMore;) {
    const page = await askRows(context, job.id, after);
    const found = await examineRows({ importer, schema, context, job }, page.rows);
    problems.push(...found.flatMap(refusalsOf));
    // What is refused is not written, so nothing of it need be kept.
    if (problems.length === 0) judged.push(...found.map(kept));
    if (problems.length >= problemsMax) break;
    const last = page.rows.at(-1);
    if (page.hasMore && (last === undefined || last.number <= after))
      throw new Error(`Import ${job.id} hands out the same rows again and again.`);
    after = last?.number ?? after;
    hasMore = page.hasMore;
  }
  if (problems.length > 0) throw new RefusedJob(problems.slice(0, problemsMax));
  return judged;
}

/** What is needed of a row until it is written: of one that is left out, only that it is. */
const kept = ({ number, verdict, existing, plan }: Judged): Judged => ({
  number,
  verdict,
  existing,
  problems: [],
  plan: verdict === 'SKIP' ? null : plan,
});

const refusalsOf = ({ number, verdict, problems }: Judged): Problems =>
  verdict === 'REFUSE'
    ? problems.filter(({ severity }) => severity === 'ERROR').map((found) => ({ ...found, number }))
    : [];

/** Rows are asked for by the hub itself: whose they are was decided when the job was committed. */
async function askRows(
  { directory, requestId }: ImportContext,
  job: string,
  after: number,
): Promise<ImportPage> {
  const answer = await directory.ask<{ importRows: string }>('imports', {
    query: 'query Rows($job: ID!, $after: Int!) { importRows(job: $job, after: $after) }',
    variables: { job, after },
    viewer: internalViewer('imports'),
    ...(requestId === null ? {} : { requestId }),
  });
  const parsed = z
    .string()
    .transform((text) => importPage.parse(JSON.parse(text)))
    .safeParse(answer.importRows);
  if (!parsed.success)
    throw new HubError('UNAVAILABLE', 'The imports subgraph does not answer.', { subgraph: 'imports' });
  return parsed.data;
}

interface WrittenState extends WritingState {
  state: 'WRITTEN';
  rows: WrittenRow[];
}

const withoutRows = ({ rows: _, ...state }: WrittenState): WritingState => state;

async function writeRows(
  writing: Writing<ImportContext>,
  { importer }: Commission,
  judged: readonly Judged[],
): Promise<WrittenState> {
  const of = (wanted: Judged['verdict']) =>
    judged.filter(({ verdict }) => verdict === wanted).map(({ plan }) => plan as Plan);
  const updates = of('UPDATE');
  // Changes first: they take rows one by one, and totals only where they move something.
  const updated = importer.update === null ? [] : await inChunks(updates, writing, importer.update);
  const created = await inChunks(of('CREATE'), writing, importer.create);
  return {
    state: 'WRITTEN',
    created: created.length,
    updated: updated.length,
    skipped: judged.length - created.length - updated.length,
    problems: [],
    rows: [...created, ...updated],
  };
}

async function inChunks(
  plans: readonly Plan[],
  writing: Writing<ImportContext>,
  write: (writing: Writing<ImportContext>, plans: readonly Plan[]) => Promise<WrittenRow[]>,
): Promise<WrittenRow[]> {
  const written: WrittenRow[] = [];
  for (let from = 0; from < plans.length; from += chunkRows) {
    const chunk = plans.slice(from, from + chunkRows);
    const rows = await write(writing, chunk);
    const missing = missingOf(chunk, rows);
    if (missing.length > 0) throw new RefusedJob(missing.slice(0, problemsMax));
    written.push(...rows);
  }
  return written;
}

/** Rows that somebody else wrote, or changed, between the look at them and now. */
function missingOf(plans: readonly Plan[], rows: readonly WrittenRow[]): Problems {
  const there = new Set(rows.map(({ number }) => number));
  return plans
    .filter(({ number }) => !there.has(number))
    .map(({ number, keys, existing }) => {
      const taken = existing === null ? keys.find((key) => key.taken !== null)?.taken : null;
      return { ...(taken ?? changedMeanwhile), number };
    });
}

const changedMeanwhile = rowError(null, {
  code: 'CONFLICT',
  message: 'Somebody changed what is on record while the file was being written; try again.',
});
