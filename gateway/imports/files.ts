import { type DocumentNode, parse } from 'graphql';
import { HubError } from '#shared/errors.js';
import type { Limits } from '#shared/limits.js';
import type { Asking, Source } from '../source.js';

const documents = {
  open: 'mutation OpenImportFile($noun: String!, $fileName: String!) { found: openImportFile(noun: $noun, fileName: $fileName) }',
  append:
    'mutation AppendImportFile($jobId: ID!, $position: Int!, $content: String!) { found: appendImportFile(jobId: $jobId, position: $position, content: $content) }',
  close:
    'mutation CloseImportFile($jobId: ID!, $sha256: String!) { found: closeImportFile(jobId: $jobId, sha256: $sha256) }',
  abandon: 'mutation AbandonImportFile($jobId: ID!) { found: abandonImportFile(jobId: $jobId) }',
  template: 'query ImportTemplateFile($noun: String!) { found: importTemplateFile(noun: $noun) }',
  refused:
    'query RefusedRowsPart($jobId: ID!, $position: Int!) { found: refusedRowsPart(jobId: $jobId, position: $position) }',
} as const;
type Question = keyof typeof documents;
const parsed = new Map<Question, DocumentNode>(
  Object.entries(documents).map(([name, text]) => [name as Question, parse(text, { noLocation: true })]),
);

/** Asks the imports subgraph about files, in the name of who sends or wants one. */
export class ImportFiles {
  constructor(
    private readonly source: Source,
    private readonly context: Asking,
    private readonly limits: Limits,
  ) {}

  open(noun: string, fileName: string): Promise<string> {
    return this.ask('open', { noun, fileName });
  }

  async append(jobId: string, position: number, part: Buffer): Promise<void> {
    await this.ask('append', { jobId, position, content: part.toString('base64') });
  }

  /** Yields the status of the job. */
  close(jobId: string, sha256: string): Promise<string> {
    return this.ask('close', { jobId, sha256 });
  }

  async abandon(jobId: string): Promise<void> {
    await this.ask('abandon', { jobId });
  }

  async template(noun: string): Promise<Buffer> {
    return Buffer.from(await this.ask<string>('template', { noun }), 'base64');
  }

  /** Throws NOT_FOUND when no row of the job was refused, or the viewer may not see it. */
  async refusedRows(jobId: string): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (;;) {
      const part = await this.ask<string | null>('refused', { jobId, position: parts.length });
      if (part === null) break;
      parts.push(Buffer.from(part, 'base64'));
    }
    if (parts.length > 0) return Buffer.concat(parts);
    throw new HubError('NOT_FOUND', 'jobId: there is no file of refused rows that you may have.');
  }

  private async ask<Found>(question: Question, variables: Record<string, unknown>): Promise<Found> {
    const { viewer, requestId, touched } = this.context;
    const signal = AbortSignal.timeout(this.limits.operationMs);
    const document = parsed.get(question) as DocumentNode;
    const { data, errors } = await this.source({ document, variables, viewer, requestId, touched, signal });
    if (errors?.[0] !== undefined) throw asHubError(errors[0]);
    return (data as { found: Found }).found;
  }
}

/** What a subgraph refused is told as it is; what went wrong there is masked like everything else. */
function asHubError(error: Error & { extensions?: Record<string, unknown> }): Error {
  const { code, ...details } = error.extensions ?? {};
  if (error instanceof HubError || typeof code !== 'string') return error;
  return new HubError(code as never, error.message, details);
}
