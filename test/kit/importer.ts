import { expect } from '@jest/globals';
import { request } from 'undici';
import type { DemoRole } from '#gateway/demonstration.js';
import { eventually } from './eventually.js';
import type { TestHub } from './hub.js';

/** What tests look at of a job. */
export interface Job {
  id: string;
  status: string;
  format: string | null;
  encoding: string | null;
  personalCells: number;
  hasRefusedRowsFile: boolean;
  progress: Record<
    'rowsTotal' | 'rowsRead' | 'rowsValid' | 'rowsInvalid' | 'rowsSkipped' | 'rowsWritten',
    number
  >;
  summary: Record<'created' | 'updated' | 'skipped' | 'refused' | 'undone', number>;
  failure: { code: string; message: string; messageZh: string } | null;
  sheets: {
    position: number;
    name: string;
    rows: number;
    headerRow: number;
    columns: { position: number; title: string; field: string | null; confidence: string }[];
  }[];
  problems: { nodes: Found[]; totalCount: number };
  problemGroups: { code: string; field: string | null; severity: string; count: number }[];
  sameFileAs: { id: string } | null;
}

export interface Found {
  row: number;
  column: number | null;
  field: string | null;
  severity: string;
  code: string;
  value: string | null;
  message: string;
  messageZh: string;
  suggestion: string | null;
}

const jobFields = `id status format encoding personalCells hasRefusedRowsFile failure { code message messageZh } sameFileAs { id }
  progress { rowsTotal rowsRead rowsValid rowsInvalid rowsSkipped rowsWritten } summary { created updated skipped refused undone }
  sheets { position name rows headerRow columns { position title field confidence } }
  problems(first: 100) { totalCount nodes { row column field severity code value message messageZh suggestion } }
  problemGroups { code field severity count }`;

/** An answer of the routes for files. */
export interface FileAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  json(): {
    data?: { importJob: { id: string; status: string } };
    errors?: { message: string; extensions: Record<string, unknown> }[];
  };
}

/** Imports files as one viewer. */
export class Importer {
  constructor(
    private readonly hub: Pick<TestHub, 'url' | 'tokenOf' | 'as' | 'run' | 'expectData' | 'with'>,
    private readonly role: DemoRole | null,
  ) {}

  /** Sends a file. */
  async post(noun: string, fileName: string, body: Buffer | string): Promise<FileAnswer> {
    return this.call('POST', `/imports/${noun}?fileName=${encodeURIComponent(fileName)}`, body);
  }

  get(path: string): Promise<FileAnswer> {
    return this.call('GET', path);
  }

  /** Sends a file that must be taken, and waits until it was read or refused. */
  async upload(noun: string, fileName: string, body: Buffer | string): Promise<Job> {
    const answer = await this.post(noun, fileName, body);
    expect([answer.status, answer.body.toString().slice(0, 300)]).toEqual([201, expect.any(String)]);
    const { id } = answer.json().data?.importJob as { id: string };
    return this.until(id, ['READY', 'FAILED']);
  }

  /** Waits until a job has come to one of some states. */
  until(id: string, statuses: readonly string[], deadlineMs = 60_000): Promise<Job> {
    return eventually(async () => {
      const job = await this.job(id);
      return statuses.includes(job.status) ? job : null;
    }, deadlineMs);
  }

  async job(id: string): Promise<Job> {
    const { importJob } = await this.asker.expectData<{ importJob: Job }>(
      `query ($id: ID!) { importJob(id: $id) { ${jobFields} } }`,
      { id },
    );
    return importJob;
  }

  /** Begins a dry run and waits for its end. */
  async check(jobId: string, input: Record<string, unknown> = {}): Promise<Job> {
    expect(await this.start(jobId, input)).toMatchObject({ id: jobId });
    return this.until(jobId, ['CHECKED', 'READY']);
  }

  start(jobId: string, input: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    return this.run('startImport', 'StartImportInput', { jobId, ...input });
  }

  /** Begins to write and waits for the end. */
  async commit(jobId: string, input: Record<string, unknown> = {}): Promise<Job> {
    expect(await this.begin('commitImport', jobId, input)).toMatchObject({ id: jobId });
    return this.until(jobId, ['WRITTEN', 'CHECKED']);
  }

  /** Begins to take back and waits for the end. */
  async undo(jobId: string): Promise<Job> {
    expect(await this.begin('undoImport', jobId)).toMatchObject({ id: jobId });
    return this.until(jobId, ['UNDONE', 'WRITTEN']);
  }

  begin(
    mutation: 'commitImport' | 'undoImport',
    jobId: string,
    input: Record<string, unknown> = {},
  ): Promise<Record<string, unknown>> {
    const type = mutation === 'commitImport' ? 'CommitImportInput' : 'UndoImportInput';
    return this.run(mutation, type, { jobId, ...input });
  }

  private async run(mutation: string, type: string, input: object): Promise<Record<string, unknown>> {
    const { result } = await this.asker.expectData<{ result: Record<string, unknown> }>(
      `mutation ($input: ${type}!) { result: ${mutation}(input: $input) {
        __typename ... on ImportJob { id status } ... on Problem { code message }
        ${mutation === 'startImport' ? '... on InvalidInput { problems { field code message } }' : ''} } }`,
      { input },
    );
    return result;
  }

  private get asker() {
    return this.role === null ? this.hub : this.hub.as(this.role);
  }

  private async call(method: 'GET' | 'POST', path: string, body?: Buffer | string): Promise<FileAnswer> {
    const authorization =
      this.role === null ? {} : { authorization: `Bearer ${await this.hub.tokenOf(this.role)}` };
    const answer = await request(`${this.hub.url}${path}`, {
      method,
      headers: {
        ...authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/octet-stream' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: bytes,
      json: () => JSON.parse(bytes.toString()) as ReturnType<FileAnswer['json']>,
    };
  }
}
