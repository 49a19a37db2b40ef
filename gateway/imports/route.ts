import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '#shared/errors.js';
import type { Limits } from '#shared/limits.js';
import { limitExceeded } from '#shared/limit-exceeded.js';
import { allowUpload } from '../body-deadline.js';
import { chargeRefusals } from '../refusal.js';
import type { Asking, Source } from '../source.js';
import { asDownload } from './download.js';
import { ImportFiles } from './files.js';
import { Upload } from './upload.js';

const uploadPath = '/imports/:noun';
const templatePath = '/imports/templates/:file';
const refusedPath = '/imports/jobs/:jobId/refused.xlsx';
/** Where it matters who asks. */
export const importPaths: readonly string[] = [uploadPath, templatePath, refusedPath];

/** What a started upload costs: as much as a page of a hundred rows, a hundred times. */
const uploadPoints = 1_000;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ImportsOptions {
  contextOf(request: FastifyRequest): Asking;
  /** The subgraph that keeps import jobs; asked for when the first file comes, because a supergraph need not have one. */
  imports(): Source;
  limits: Limits;
}

/** Takes files of rows in, and hands templates and refused rows out: what GraphQL does not carry. */
export function registerImports(
  server: FastifyInstance,
  { contextOf, imports, limits }: ImportsOptions,
): void {
  const filesOf = (request: FastifyRequest) => new ImportFiles(imports(), contextOf(request), limits);
  const receive = async (request: FastifyRequest, reply: FastifyReply) => {
    const { spending, record } = contextOf(request);
    record.operationType = 'mutation';
    record.operation.trustedName = 'imports/upload';
    spending.check();
    const declared = Number(request.headers['content-length'] ?? 0);
    if (declared > limits.importBytes) throw limitExceeded('importBytes', limits, declared, 413);
    await spending.spend(uploadPoints);
    const { noun } = request.params as { noun: string };
    const files = filesOf(request);
    const id = await files.open(noun, fileNameOf(request));
    // Only now: who may not send this file has no more time for it than for anything else.
    allowUpload(request);
    const status = await new Upload(files, limits, id).receive(request.raw);
    record.outcome = 'ok';
    return reply
      .status(201)
      .header('cache-control', 'no-store')
      .send({ data: { importJob: { id, status } } });
  };
  const template = async (request: FastifyRequest, reply: FastifyReply) => {
    contextOf(request).spending.check();
    const [, noun] = /^([a-z]+)\.xlsx$/.exec((request.params as { file: string }).file) ?? [];
    if (noun === undefined) throw new HubError('NOT_FOUND', 'There is no template of this name.');
    const file = await filesOf(request).template(noun);
    return reply
      .type(workbook)
      .headers(asDownload(`${noun}-template.xlsx`))
      .send(file);
  };
  const refusedRows = async (request: FastifyRequest, reply: FastifyReply) => {
    contextOf(request).spending.check();
    const file = await filesOf(request).refusedRows((request.params as { jobId: string }).jobId);
    return reply.type(workbook).headers(asDownload('refused-rows.xlsx')).send(file);
  };
  server.get(templatePath, { exposeHeadRoute: false }, chargeRefusals(contextOf, template));
  server.get(refusedPath, { exposeHeadRoute: false }, chargeRefusals(contextOf, refusedRows));
  void server.register(async (uploads) => {
    // Its bytes say what a file is, whatever its sender calls it; they are read part by part.
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', (_request, _body, done) => done(null));
    uploads.post(uploadPath, chargeRefusals(contextOf, receive));
  });
}

/** As the URL says: a header could not hold Chinese characters. */
function fileNameOf({ query }: FastifyRequest): string {
  const { fileName } = query as { fileName?: string | string[] };
  if (typeof fileName === 'string' && fileName.trim() !== '') return fileName;
  throw new HubError(
    'BAD_USER_INPUT',
    'fileName: the name of the file is expected once in the URL, as ?fileName=….',
    {
      argument: 'fileName',
    },
  );
}
