/** Asks the hub one question as whoever exports, within its budget; rejects with the answer's first error. */
export type Ask = <Data>(document: string, variables: Readonly<Record<string, unknown>>) => Promise<Data>;

/** What can be downloaded: questions to the hub, and how their answers are written as one file. */
export interface Export<Row = unknown> {
  /** Its path below /exports/, whose end says of what kind the file is: `network/nodes.csv`. */
  readonly name: string;
  readonly contentType: string;
  /**
   * Every operation that it asks, over the public schema. The variables of the first one are what its URL may say; of `first` and
   * `after` it makes its pages.
   */
  readonly documents: readonly [string, ...string[]];
  /** Reads its rows page by page; asks for a page only when it is wanted. */
  read(ask: Ask, parameters: Readonly<Record<string, unknown>>): AsyncIterable<readonly Row[]>;
  /** Writes the file; takes a page only when what was made of the one before has been read. */
  write(pages: AsyncIterable<readonly Row[]>, facts: ExportFacts): AsyncIterable<string | Uint8Array>;
}

/** What a file says of itself. */
export interface ExportFacts {
  readonly name: string;
  /** What was asked for, as in its URL; empty for everything. */
  readonly filter: string;
  /** When it was begun (ISO 8601). */
  readonly exportedAt: string;
  /** Of the subgraphs that its first page was read from, as text; null when nobody knows. */
  readonly dataVersion: string | null;
  /** What can only be said when the last page has been read. */
  end(): ExportEnd;
}

export interface ExportEnd {
  readonly rows: number;
  /** As at the first page; another one when something was written meanwhile. */
  readonly dataVersion: string | null;
  /** Whether something was written while it was read; null when nobody knows. */
  readonly changed: boolean | null;
}
