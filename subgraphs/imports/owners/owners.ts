import { z } from 'zod';
import type { Directory, SubgraphName } from '#shared/directory.js';
import {
  type ExaminedRow,
  examinedRow,
  importOwners,
  type ImportNoun,
  type ImportRow,
  type ImportRules,
  type UndoingState,
  undoingState,
  type WritingState,
  writingState,
} from '#shared/imports/protocol.js';
import type { Viewer } from '#shared/viewer.js';

/** What a file may name besides its own rows. */
export type ReferenceNoun = ImportNoun | 'projects' | 'campaigns';

const referenceOwners: Readonly<Record<ReferenceNoun, SubgraphName>> = {
  ...importOwners,
  projects: 'organizations',
  campaigns: 'donations',
};

/** Asks the owners of nouns about rows of a file, in the name of who imports it. */
export class Owners {
  constructor(
    private readonly directory: Directory,
    private readonly viewer: Viewer,
  ) {}

  /** Ids of what texts name, by id, credit code or exact name; at most three of each. */
  async find(noun: ReferenceNoun, texts: readonly string[]): Promise<string[][]> {
    const owner = referenceOwners[noun];
    const field = `${owner}ImportReferences`;
    const query = `query ImportReferences($noun: String!, $texts: [String!]!) { found: ${field}(noun: $noun, texts: $texts) }`;
    return z.array(z.array(z.string())).parse(await this.ask(owner, query, { noun, texts }));
  }

  /** What the noun's rules say of rows, and what would become of each. */
  async examine({ noun, job, onDuplicate }: ImportRules, rows: readonly ImportRow[]): Promise<ExaminedRow[]> {
    const owner = importOwners[noun];
    const field = `${owner}ImportExamination`;
    const query = `query ImportExamination($noun: String!, $job: ID!, $onDuplicate: String!, $rows: String!) {
      found: ${field}(noun: $noun, job: $job, onDuplicate: $onDuplicate, rows: $rows) }`;
    const variables = { noun, job, onDuplicate, rows: JSON.stringify(rows) };
    return z.array(examinedRow).parse(await this.ask(owner, query, variables));
  }

  /** Sees to it that all rows of a job are being written or are, and says how far that is. */
  async write({ noun, job, onDuplicate }: ImportRules, attempt: number): Promise<WritingState> {
    const owner = importOwners[noun];
    const query = `mutation WriteImport($noun: String!, $job: ID!, $onDuplicate: String!, $attempt: Int!) {
      found: ${owner}WriteImport(noun: $noun, job: $job, onDuplicate: $onDuplicate, attempt: $attempt) }`;
    return writingState.parse(await this.ask(owner, query, { noun, job, onDuplicate, attempt }));
  }

  /** Sees to it that all rows of a job are being taken back or are, and says how far that is. */
  async undo({ noun, job }: Pick<ImportRules, 'noun' | 'job'>): Promise<UndoingState> {
    const owner = importOwners[noun];
    const query = `mutation UndoImport($noun: String!, $job: ID!) { found: ${owner}UndoImport(noun: $noun, job: $job) }`;
    return undoingState.parse(await this.ask(owner, query, { noun, job }));
  }

  private async ask(
    owner: SubgraphName,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<unknown> {
    const { found } = await this.directory.ask<{ found: string }>(owner, {
      query,
      variables,
      viewer: this.viewer,
    });
    return JSON.parse(found);
  }
}
