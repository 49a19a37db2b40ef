import type { Ask } from '#gateway/exports/export.js';
import { pageMax } from '#shared/page.js';

interface Connection<Row> {
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A question that is asked in pages: it takes `first` and `after`, and its one root field is a connection with nodes and pageInfo. */
export interface PagedQuestion {
  document: string;
  /** Name of the root field. */
  field: string;
  /** How many rows a page has; fewer than a page may have where each holds a list. */
  first?: number;
}

/** Reads all rows of a connection, page by page. */
export async function* pagesOf<Row>(
  ask: Ask,
  { document, field, first = pageMax }: PagedQuestion,
  parameters: Readonly<Record<string, unknown>>,
): AsyncGenerator<readonly Row[]> {
  let after: string | null = null;
  do {
    const data: Record<string, Connection<Row>> = await ask(document, { ...parameters, first, after });
    const { nodes, pageInfo } = data[field] as Connection<Row>;
    yield nodes;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}
