import { randomUUID } from 'node:crypto';
import { rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { badInput, noSuchRow } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import { type ImportNoun, importNouns } from '#shared/imports/protocol.js';
import { limitExceeded } from '#shared/limit-exceeded.js';
import { examineText, findPersonalNumber } from '#shared/text.js';
import { write } from '#shared/write.js';
import type { ImportsContext } from '../context.js';
import { ImportJob, ImportStatus as S } from '../job/import-job.entity.js';
import { assertMayImport } from '../job/import-job.noun.js';
import { keepPart, partBytes, uploadedFile } from './part.queries.js';

const fileNameMax = 255;

/** Begins an upload: a job that waits for the parts of its file. */
export async function openImportFile(
  context: ImportsContext,
  noun: string,
  fileName: string,
): Promise<ImportJob> {
  const known = checkedNoun(noun);
  const { viewer } = context;
  const partnerId = viewer.roles.includes('partner') ? viewer.partnerId : null;
  context.authorize('openImportFile', { partnerId });
  assertMayImport(viewer, known);
  const name = fileName.trim();
  const [mistake] = [...examineText(name, { max: fileNameMax }), findPersonalNumber(name)];
  if (mistake) throw badInput('fileName', null, mistake.message);
  return write<ImportJob>(
    context,
    'openImportFile',
    {},
    async () => (writer) =>
      writer.insert(ImportJob, {
        ...{ id: randomUUID(), noun: known, fileName: name, bytes: 0, status: S.RECEIVING },
        ...{ createdBy: viewer.subject ?? '', partnerId },
      }),
  );
}

/** Keeps a part of a file; sent again it changes nothing. Throws LIMIT_EXCEEDED for one too many. */
export async function appendImportFile(
  context: ImportsContext,
  id: string,
  position: number,
  content: string,
): Promise<boolean> {
  const job = await receivingJob(context, 'appendImportFile', id);
  const part = Buffer.from(content, 'base64');
  if (part.length === 0 || part.length > partBytes)
    throw badInput('content', `${part.length} bytes`, `1 to ${partBytes} bytes are expected`);
  const allowed = context.work.limits.importBytes;
  if (position < 0 || position * partBytes + part.length > allowed)
    throw limitExceeded('importBytes', context.work.limits, `more than ${allowed}`);
  await keepPart(context.em, job.id, 'UPLOADED', position, part);
  return true;
}

/** Ends an upload: the file is whole and waits to be read. Throws BAD_USER_INPUT when it is another than was sent. */
export async function closeImportFile(
  context: ImportsContext,
  id: string,
  sha256: string,
): Promise<ImportJob> {
  const { id: jobId } = await receivingJob(context, 'closeImportFile', id);
  const uploaded = await uploadedFile(context.em, jobId);
  if (uploaded.bytes === 0) throw badInput('file', 'nothing', 'a file with at least one byte is expected');
  if (uploaded.sha256 !== sha256)
    throw badInput('sha256', sha256, 'the file has changed on its way; upload it again');
  return write<ImportJob>(context, 'closeImportFile', {}, async () => async (writer) => {
    const job = await writer.lock(ImportJob, jobId);
    if (job === null) throw noSuchRow('jobId', jobId);
    if (job.status !== S.RECEIVING) return job;
    await context.work.queue.send(writer.em, { step: 'read', jobId, viewer: context.viewer });
    return writer.update(job, { status: S.WAITING, ...uploaded });
  });
}

const brokenOff = {
  code: 'UPLOAD_BROKEN_OFF',
  message: 'The upload broke off; upload the file again.',
  messageZh: '上传中断，请重新上传文件。',
};

/** Ends an upload of which the rest will not come. */
export async function abandonImportFile(context: ImportsContext, id: string): Promise<boolean> {
  const { id: jobId } = await receivingJob(context, 'abandonImportFile', id);
  await write<ImportJob>(context, 'abandonImportFile', {}, async () => async (writer) => {
    const job = await writer.lock(ImportJob, jobId);
    if (job === null) throw noSuchRow('jobId', jobId);
    await rowsOf(writer.em, sql`delete from imports.import_part where job_id = ${jobId}::uuid`);
    return writer.update(job, { status: S.FAILED, failure: JSON.stringify(brokenOff) });
  });
  return true;
}

function checkedNoun(noun: string): ImportNoun {
  const found = importNouns.find((known) => known === noun);
  if (found === undefined) throw badInput('noun', noun, `one of ${importNouns.join(', ')} is expected`);
  return found;
}

async function receivingJob(
  context: ImportsContext,
  action: 'appendImportFile' | 'closeImportFile' | 'abandonImportFile',
  id: string,
): Promise<ImportJob> {
  const jobId = checkedId('jobId', id);
  const job = await context.importJobById.load(jobId);
  if (job === null) throw noSuchRow('jobId', jobId);
  context.authorize(action, { partnerId: job.partnerId });
  if (job.status !== S.RECEIVING)
    throw badInput('jobId', job.status, 'an upload that is not ended is expected');
  return job;
}
