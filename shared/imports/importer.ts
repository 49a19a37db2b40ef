import type { EntityManager } from '@mikro-orm/postgresql';
import type { SubgraphName } from '../directory.js';
import type { RequestContext } from '../subgraph.js';
import type { Writer } from '../writer.js';
import type { DuplicateRule, ImportNoun, RowProblem, UndoingState } from './protocol.js';

/** A row whose input the schema has taken: scalars and enums are what they are for the mutation. */
export interface Given<Input = Record<string, unknown>> {
  number: number;
  input: Input;
  /** What the file says, unlike what the schema says by default. */
  named: ReadonlySet<string>;
}

/** A key that rows alike share. */
export interface LikeKey {
  key: string;
  /** Why another row with it cannot be created, in the words of the mutation; null where it can. */
  taken: RowProblem | null;
}

/** What is on record and like a row. */
export interface Existing {
  id: string;
  name: string;
  version: number;
  /** Why no second one can be created, in the words of the mutation; null where one can. */
  taken: RowProblem | null;
}

/** What a noun says of one row: what is wrong, what it is like, and what would be written. */
export interface Plan<Values = unknown, Changes = unknown> {
  number: number;
  problems: RowProblem[];
  existing: Existing | null;
  keys: LikeKey[];
  /** What would be created. */
  values: Values;
  /** What would change of the existing row; null when nothing would. */
  changes: Changes | null;
}

/** A job as an owner takes it: by its rules, and with what its rows before were. */
export interface Job {
  id: string;
  onDuplicate: DuplicateRule;
  /** What `source` says of each row that the job writes. */
  source: string;
  /** Keys of its rows until now, with the first row that has each. */
  seen: Map<string, number>;
  /** Existing rows that a row of the job is like already; only one that may be there several times asks. */
  claimed: Set<string>;
}

/** Where a job is written. */
export interface Writing<Context> {
  /** Its entity manager is the transaction's. */
  context: Context;
  writer: Writer;
  job: Job;
}

/** A row that a job wrote, as it has to be found for the job to be taken back. */
export interface WrittenRow {
  id: string;
  number: number;
  /** The version that it had then. */
  version: number;
  /** What an update replaced, by property; null for a row that the job created. */
  before: Record<string, unknown> | null;
}

/** Rows of the own schema that refer to a noun. */
export interface Referrer {
  /** Schema and table. */
  table: string;
  column: string;
  /** What such a row is called. */
  says: string;
}

/** Another subgraph that may refer to a noun. */
export interface ForeignReferrer {
  subgraph: SubgraphName;
  says: string;
}

/** How a subgraph takes rows of one of its nouns in bulk, by the rules and functions of the noun's register mutation. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Each noun has contexts, values and changes of its own, and the list of them has one type.
export interface Importer<Context = any, Values = any, Changes = any> {
  /** The register mutation: whose row of the policy counts, and whose input is coerced. */
  mutation: string;
  input: string;
  /** What the audit log calls it. */
  action: string;
  /** Entity and table. */
  entity: string;
  table: string;
  /** Checks the viewer as the register mutation does. */
  authorize(context: Context): void;
  /** Says what would become of rows, with a constant number of statements. Nothing is written. */
  plan(context: Context, rows: readonly Given<never>[], job: Job): Promise<Plan<Values, Changes>[]>;
  /** Writes new rows; one that is taken since it was examined is missing in what it yields. */
  create(writing: Writing<Context>, plans: readonly Plan<Values, Changes>[]): Promise<WrittenRow[]>;
  /** Changes existing rows; one that somebody changed since is missing in what it yields. Null for a noun that no import changes. */
  update:
    ((writing: Writing<Context>, plans: readonly Plan<Values, Changes>[]) => Promise<WrittenRow[]>) | null;
  /** Rows that must not be left without theirs. */
  referrers: readonly Referrer[];
  foreignReferrers: readonly ForeignReferrer[];
  /** What else stands against putting updated rows back, or taking created ones back. */
  hindrances?(context: Context, rows: readonly WrittenRow[]): Promise<UndoingState['problems']>;
  /** Takes created rows back and puts updated ones back as they were; all are locked, unchanged, and nothing refers to them. */
  takeBack(
    writing: Writing<Context>,
    rows: { created: readonly WrittenRow[]; updated: readonly WrittenRow[] },
  ): Promise<void>;
}

/** How rows of a noun are found by what a person writes for them. */
export interface Findable {
  /** Schema and table. */
  table: string;
  name: string;
  /** Column of a credit code. */
  code: string | null;
}

/** What a subgraph has to do with imports. */
export interface Imports {
  importers: Partial<Record<ImportNoun, Importer>>;
  findable: Readonly<Record<string, Findable>>;
  /** Yields which of some ids of another subgraph's noun this one's rows name. */
  referred: Readonly<Record<string, (em: EntityManager, ids: readonly string[]) => Promise<string[]>>>;
}

/** What every subgraph's context has for an import. */
export type ImportContext = RequestContext;
