import { z } from 'zod';
import type { SubgraphName } from '../directory.js';

/** What can be imported, and which subgraph owns it. */
export const importOwners = {
  partners: 'partners',
  resources: 'partners',
  organizations: 'organizations',
  donations: 'donations',
} as const satisfies Record<string, SubgraphName>;
export type ImportNoun = keyof typeof importOwners;
export const importNouns = Object.keys(importOwners) as ImportNoun[];

/** What happens to a row of which there is one like it already (R of the noun: same credit code, same title of the same partner, …). */
export const duplicateRules = ['SKIP', 'UPDATE', 'CREATE'] as const;
export type DuplicateRule = (typeof duplicateRules)[number];

/** What is wrong with, or noteworthy about, one value of a row. An ERROR refuses the row; a WARNING lets it pass. */
export const rowProblem = z.object({
  /** Path in the noun's register input, such as `uscc` or `items.0.quantity`; null for the row as a whole. */
  field: z.string().nullable(),
  severity: z.enum(['ERROR', 'WARNING']),
  code: z.string(),
  message: z.string(),
  /** Null where it may be personal. */
  found: z.string().nullable(),
  allowed: z.string().nullable(),
});
export type RowProblem = z.infer<typeof rowProblem>;

/** One row of a file as the input of the noun's register mutation, without its idempotency key. */
export const importRow = z.object({
  /** Number of the row in its sheet, from 1. */
  number: z.number().int().positive(),
  input: z.record(z.string(), z.unknown()),
});
export type ImportRow = z.infer<typeof importRow>;

/** What would become of a row. */
export const verdicts = ['CREATE', 'UPDATE', 'SKIP', 'REFUSE'] as const;
export const examinedRow = z.object({
  number: z.number().int().positive(),
  verdict: z.enum(verdicts),
  /** The row on record that is like it. */
  existing: z.object({ id: z.string(), name: z.string() }).nullable(),
  problems: z.array(rowProblem),
});
export type ExaminedRow = z.infer<typeof examinedRow>;

/** How rows are to be taken. */
export interface ImportRules {
  noun: ImportNoun;
  /** The import job. */
  job: string;
  onDuplicate: DuplicateRule;
}

/** How far an owner has come with the whole of a job. */
export const writingState = z.object({
  /** RUNNING: ask again. REFUSED: nothing is written, `problems` say why. */
  state: z.enum(['RUNNING', 'WRITTEN', 'REFUSED']),
  created: z.number().int(),
  updated: z.number().int(),
  skipped: z.number().int(),
  /** At most 1,000; each with the number of its row. */
  problems: z.array(rowProblem.extend({ number: z.number().int().positive() })),
});
export type WritingState = z.infer<typeof writingState>;

/** How far an owner has come with taking a job back. */
export const undoingState = z.object({
  state: z.enum(['RUNNING', 'UNDONE', 'REFUSED']),
  /** Rows that were taken back or put back as they were. */
  undone: z.number().int(),
  /** Why nothing was taken back: rows that somebody changed or that something refers to since; at most 1,000. */
  problems: z.array(rowProblem.extend({ id: z.string() })),
});
export type UndoingState = z.infer<typeof undoingState>;

/** What the imports subgraph hands out of a job, page by page: rows that passed, in the order of the file. */
export const importPage = z.object({ rows: z.array(importRow), hasMore: z.boolean() });
export type ImportPage = z.infer<typeof importPage>;

/** Rows that travel at once: enough to spare round trips, too few to hold an event loop. */
export const rowsPerPage = 250;
