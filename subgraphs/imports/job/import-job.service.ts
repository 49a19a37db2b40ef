import { rowById } from '#shared/database/rows.js';
import { HubError, noSuchRow } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import { type InvalidInput, type InvalidTransition, problem } from '#shared/problem.js';
import { refusedTransition } from '#shared/transition.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { ImportsContext } from '../context.js';
import { readLines } from '../line/line.queries.js';
import type { StepName } from '../queue/queue.js';
import { examineChoices, ownField, recogniseColumns, type SheetHead } from './choices.js';
import { ImportJob, ImportStatus as S } from './import-job.entity.js';
import type { CommitImportInput, StartImportInput, UndoImportInput } from './import-job.input.js';
import { assertMayImport, ownPartnerOf } from './import-job.noun.js';
import { findSameFiles } from './import-job.queries.js';
import { FileAlreadyImported, ImportHasRefusedRows, UndoTooLate } from './import-job.result.js';
import { importTransitions } from './import-job.status.js';

const undoMs = 24 * 3_600_000;
/** Lines that tell what a column holds. */
export const headLines = 50;

/** Until when a job can be taken back; null when it is not on record. */
export const undoUntil = ({ status, writtenAt }: ImportJob): Date | null =>
  status === S.WRITTEN && writtenAt !== null ? new Date(writtenAt.getTime() + undoMs) : null;

/** Begins a dry run with a sheet, its columns and a rule for duplicates. */
export async function startImport(
  context: ImportsContext,
  input: StartImportInput,
): Promise<ImportJob | InvalidInput | InvalidTransition> {
  const job = await ownJob(context, 'startImport', input.jobId);
  type Outcome = Awaited<ReturnType<typeof startImport>>;
  return write<Outcome>(context, 'startImport', input, async () => {
    const refused = refusedTransition(importTransitions, job.status, S.CHECKING);
    if (refused) return refused;
    const head = await headOf(context, job, input);
    const mapping = input.mapping?.map(({ column, field }) => ({ column, field })) ?? suggested(job, head);
    const constants = input.constants?.map(({ field, value }) => ({ field, value })) ?? [];
    const ownPartner = job.noun === 'resources' ? ownPartnerOf(context.viewer) : null;
    const given = new Set(constants.map(({ field }) => field).concat(ownPartner === null ? [] : [ownField]));
    const choices = {
      // What is the same for all rows was said by a person; what a column looks like is a guess.
      mapping: input.mapping == null ? mapping.filter(({ field }) => !given.has(field)) : mapping,
      constants,
    };
    const invalid = examineChoices(job.noun, head, choices, ownPartner);
    if (invalid) return invalid;
    return (writer) =>
      step(context, writer, job.id, 'check', {
        ...{ status: S.CHECKING, sheet: head.sheet.position, headerRow: head.headerRow, failure: null },
        mapping: JSON.stringify(choices.mapping),
        constants: JSON.stringify(choices.constants),
        onDuplicate: input.onDuplicate ?? 'SKIP',
      });
  });
}

/** Writes what a dry run let pass: all of it or nothing. */
export async function commitImport(
  context: ImportsContext,
  input: CommitImportInput,
): Promise<ImportJob | InvalidTransition | ImportHasRefusedRows | FileAlreadyImported> {
  const { id } = await ownJob(context, 'commitImport', input.jobId);
  type Outcome = Awaited<ReturnType<typeof commitImport>>;
  return write<Outcome>(context, 'commitImport', input, async () => async (writer) => {
    const job = await lockedJob(writer, id);
    const leaveOutRefused = input.leaveOutRefused === true;
    const refused =
      refusedTransition(importTransitions, job.status, S.WRITING) ??
      (leaveOutRefused ? null : refusedRows(job)) ??
      (await alreadyImported(writer, job));
    if (refused) return refused;
    const changes = { status: S.WRITING, attempt: job.attempt + 1, leaveOutRefused, failure: null };
    return step(context, writer, id, 'write', changes);
  });
}

/** Takes back what a job has written, within 24 hours. */
export async function undoImport(
  context: ImportsContext,
  input: UndoImportInput,
): Promise<ImportJob | InvalidTransition | UndoTooLate> {
  const { id } = await ownJob(context, 'undoImport', input.jobId);
  type Outcome = Awaited<ReturnType<typeof undoImport>>;
  return write<Outcome>(context, 'undoImport', input, async () => async (writer) => {
    const job = await lockedJob(writer, id);
    const refused = refusedTransition(importTransitions, job.status, S.UNDOING);
    if (refused) return refused;
    const until = undoUntil(job);
    if (until !== null && until.getTime() < Date.now()) {
      const message = `jobId: the import was written at ${job.writtenAt?.toISOString()}; it could be taken back until ${until.toISOString()}.`;
      return problem(UndoTooLate, { code: 'UNDO_TOO_LATE', message });
    }
    return step(context, writer, id, 'undo', { status: S.UNDOING, failure: null });
  });
}

/** Changes a job and enqueues its next step, in one transaction: neither is without the other. */
async function step(
  { work, viewer }: ImportsContext,
  writer: Writer,
  jobId: string,
  name: StepName,
  changes: Partial<ImportJob>,
): Promise<ImportJob | InvalidTransition> {
  const job = await lockedJob(writer, jobId);
  const refused = refusedTransition(importTransitions, job.status, changes.status as S);
  if (refused) return refused;
  await work.queue.send(writer.em, { step: name, jobId, viewer });
  return writer.update(job, changes);
}

function refusedRows({ rowsRefused: refused }: ImportJob): ImportHasRefusedRows | null {
  if (refused === 0) return null;
  const message = `${refused} rows are refused and nothing was written; mend them, or say leaveOutRefused.`;
  return problem(ImportHasRefusedRows, { code: 'ROWS_REFUSED', message, refused });
}

async function alreadyImported({ em }: Writer, job: ImportJob): Promise<FileAlreadyImported | null> {
  // Whoever skips what is on record writes nothing of it a second time.
  if (job.onDuplicate !== 'CREATE') return null;
  const other = (await findSameFiles(em, [job.id])).get(job.id);
  if (other === undefined) return null;
  const existing = (await rowById(em, ImportJob, other)) as ImportJob;
  const message = `jobId: the same sheet of this file was written on ${existing.createdAt.toISOString()}; take that back first, or skip what is on record.`;
  return problem(FileAlreadyImported, { code: 'FILE_ALREADY_IMPORTED', message, existing });
}

/** The sheet that is meant, with the lines that tell what its columns are. */
async function headOf(context: ImportsContext, job: ImportJob, input: StartImportInput): Promise<SheetHead> {
  const sheets = await context.sheetsByJob.load(job.id);
  const sheet =
    input.sheet == null
      ? (sheets.find(({ hidden, rows }) => !hidden && rows > 0) ?? sheets[0])
      : sheets.find(({ position }) => position === input.sheet);
  if (sheet === undefined) {
    const names = sheets.map(({ position, name }) => `${position} (${name})`).join(', ');
    throw new HubError(
      'BAD_USER_INPUT',
      `sheet: ${input.sheet ?? 'none'} found; the file has ${names || 'none'}.`,
      {
        argument: 'sheet',
      },
    );
  }
  const headerRow = input.headerRow ?? sheet.headerRow;
  const place = { jobId: job.id, sheet: sheet.position, after: Math.max(0, headerRow - 1), first: headLines };
  return { sheet, headerRow, lines: await readLines(context.em, place) };
}

const suggested = (job: ImportJob, head: SheetHead) =>
  recogniseColumns(job.noun, head).flatMap(({ column, field }) =>
    field === null ? [] : [{ column, field }],
  );

/** Reads a job that the viewer may see and may import with. */
async function ownJob(
  context: ImportsContext,
  action: 'startImport' | 'commitImport' | 'undoImport',
  id: string,
): Promise<ImportJob> {
  const jobId = checkedId('jobId', id);
  const job = await context.importJobById.load(jobId);
  if (job === null) throw noSuchRow('jobId', jobId);
  context.authorize(action, { partnerId: job.partnerId });
  assertMayImport(context.viewer, job.noun);
  return job;
}

async function lockedJob(writer: Writer, id: string): Promise<ImportJob> {
  const job = await writer.lock(ImportJob, id);
  if (job === null) throw noSuchRow('jobId', id);
  return job;
}
