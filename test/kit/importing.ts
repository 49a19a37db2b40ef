import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import { subgraphs } from '#gateway/embedded.js';
import { type BookFinding, checkBooks } from '#shared/books.js';
import type { Directory, SubgraphName } from '#shared/directory.js';
import type {
  DuplicateRule,
  ExaminedRow,
  ImportNoun,
  ImportRow,
  UndoingState,
  WritingState,
} from '#shared/imports/protocol.js';
import { importOwners, rowsPerPage } from '#shared/imports/protocol.js';
import { type RunningSubgraph, runSubgraph } from '#shared/run-subgraph.js';
import type { SubgraphAnswer } from '#shared/subgraph.js';
import { type Viewer } from '#shared/viewer.js';
import { type TestDatabase, testDatabase } from './database.js';
import { viewerAs } from './subgraphs.js';

export const admin = viewerAs('admin');
export const finance = viewerAs('finance');

/** A job as a test commits it. */
export interface TestJob {
  noun: ImportNoun;
  id: string;
  onDuplicate: DuplicateRule;
  viewer: Viewer;
  attempt: number;
}

/** The owners of nouns with their database, and a stand-in for the process that hands out rows of files. */
export interface Owners {
  database: TestDatabase;
  /** Called before each page of rows is handed out. */
  onPage: (job: string, after: number) => Promise<void> | void;
  ask(subgraph: SubgraphName, viewer: Viewer, query: string, variables?: object): Promise<SubgraphAnswer>;
  version(subgraph: SubgraphName): Promise<string | undefined>;
  /** Puts rows of a file in place; yields the job that is to write them. */
  job(noun: ImportNoun, inputs: readonly object[], more?: Partial<TestJob>): TestJob;
  examine(job: TestJob): Promise<ExaminedRow[]>;
  references(subgraph: SubgraphName, noun: string, texts: string[]): Promise<string[][]>;
  /** Asks for a job to be written until its end. */
  write(job: TestJob): Promise<WritingState>;
  undo(job: TestJob): Promise<UndoingState>;
  /** Asks once. */
  askToWrite(job: TestJob): Promise<WritingState>;
  /** Closes a subgraph and opens it anew, as a restart of its process would. */
  restart(subgraph: SubgraphName): Promise<void>;
  /** Invariants that do not hold. */
  brokenBooks(): Promise<BookFinding[]>;
  stop(): Promise<void>;
}

/** Opens the owners on a copy of the demonstration dataset. */
export async function openOwners(): Promise<Owners> {
  const database = await testDatabase('demo');
  const running = new Map<string, RunningSubgraph>();
  const files = new Map<string, ImportRow[]>();
  const owners = { onPage: () => undefined } as unknown as Owners;
  const run = async (name: string, query: string, viewer: Viewer, variables: object) => {
    const subgraph = running.get(name) as RunningSubgraph;
    return subgraph.execute({
      document: parse(query),
      variables: variables as Record<string, unknown>,
      viewer,
    });
  };
  const pageOf = async ({ job, after }: { job: string; after: number }) => {
    await owners.onPage(job, after);
    const left = (files.get(job) ?? []).filter(({ number }) => number > after);
    return JSON.stringify({ rows: left.slice(0, rowsPerPage), hasMore: left.length > rowsPerPage });
  };
  const directory: Directory = {
    ask: async <Data>(
      name: SubgraphName | 'imports',
      { query, variables, viewer }: Parameters<Directory['ask']>[1],
    ) => {
      if (name === 'imports') return { importRows: await pageOf(variables as never) } as Data;
      const { data, errors } = await run(name, query, viewer, variables);
      if (errors) throw errors[0] as Error;
      return data as Data;
    },
  };
  const names = ['organizations', 'partners', 'donations', 'identity'] as const;
  await Promise.all(
    names.map(async (name) =>
      running.set(name, await runSubgraph(subgraphs[name], database.address, directory)),
    ),
  );
  const told = async <State>(
    { noun, viewer }: TestJob,
    field: string,
    kind: 'query' | 'mutation',
    declared: string,
    passed: string,
    variables: object,
  ): Promise<State> => {
    const owner = importOwners[noun];
    const query = `${kind} (${declared}) { answer: ${owner}${field}(${passed}) }`;
    const { data, errors } = await run(owner, query, viewer, variables);
    if (errors) throw errors[0]?.originalError ?? (errors[0] as Error);
    return JSON.parse((data as unknown as { answer: string }).answer) as State;
  };
  const untilOver = async <State extends { state: string }>(ask: () => Promise<State>): Promise<State> => {
    for (const end = Date.now() + 120_000; ;) {
      const state = await ask();
      if (state.state !== 'RUNNING') return state;
      if (Date.now() > end) throw new Error('The job did not end within two minutes.');
    }
  };
  return Object.assign(owners, {
    database,
    ask: (subgraph, viewer, query, variables = {}) => run(subgraph, query, viewer, variables),
    version: async (subgraph) => running.get(subgraph)?.versions.known()?.version,
    job: (noun, inputs, more = {}) => {
      const id = randomUUID();
      files.set(
        id,
        inputs.map((input, index) => ({ number: index + 1, input: input as Record<string, unknown> })),
      );
      return { noun, id, onDuplicate: 'SKIP', viewer: admin, attempt: 1, ...more };
    },
    examine: (job) =>
      told(
        job,
        'ImportExamination',
        'query',
        '$noun: String!, $job: ID!, $rule: String!, $rows: String!',
        'noun: $noun, job: $job, onDuplicate: $rule, rows: $rows',
        { noun: job.noun, job: job.id, rule: job.onDuplicate, rows: JSON.stringify(files.get(job.id)) },
      ),
    references: async (subgraph, noun, texts) => {
      const query = `query ($noun: String!, $texts: [String!]!) { answer: ${subgraph}ImportReferences(noun: $noun, texts: $texts) }`;
      const { data } = await run(subgraph, query, admin, { noun, texts });
      return JSON.parse((data as unknown as { answer: string }).answer) as string[][];
    },
    askToWrite: (job) =>
      told(
        job,
        'WriteImport',
        'mutation',
        '$noun: String!, $job: ID!, $rule: String!, $attempt: Int!',
        'noun: $noun, job: $job, onDuplicate: $rule, attempt: $attempt',
        { noun: job.noun, job: job.id, rule: job.onDuplicate, attempt: job.attempt },
      ),
    write: (job) => untilOver(() => owners.askToWrite(job)),
    undo: (job) =>
      untilOver(() =>
        told(job, 'UndoImport', 'mutation', '$noun: String!, $job: ID!', 'noun: $noun, job: $job', {
          noun: job.noun,
          job: job.id,
        }),
      ),
    restart: async (name) => {
      await running.get(name)?.close();
      running.set(name, await runSubgraph(subgraphs[name], database.address, directory));
    },
    brokenBooks: async () => {
      const books = new Map(names.map((name) => [name, subgraphs[name].books]));
      const found = await checkBooks(books, () => database.address);
      return found.filter(({ broken }) => broken.length > 0);
    },
    stop: async () => {
      await Promise.all([...running.values()].map((subgraph) => subgraph.close()));
      await database.drop();
    },
  } satisfies Omit<Owners, 'onPage'>);
}
