import type { ExportFacts } from '#gateway/exports/export.js';

export const jsonType = 'application/json; charset=utf-8';

export interface JsonFile<Row> {
  /** What stands before the list, and the name of the list. */
  opening: Readonly<Record<string, unknown>>;
  list: string;
  item(row: Row): unknown;
  /** What stands behind it, when all rows are known. */
  closing?(rows: number): Readonly<Record<string, unknown>>;
}

/** Writes one JSON object that holds one long list, an item a line; at the end stands what the file says of itself. */
export async function* json<Row>(
  pages: AsyncIterable<readonly Row[]>,
  facts: ExportFacts,
  { opening, list, item, closing = () => ({}) }: JsonFile<Row>,
): AsyncGenerator<string> {
  yield `{${membersOf(opening)}${JSON.stringify(list)}:[`;
  let separator = '\n';
  for await (const rows of pages) {
    let lines = '';
    for (const row of rows) {
      lines += separator + JSON.stringify(item(row));
      separator = ',\n';
    }
    if (lines !== '') yield lines;
  }
  const end = facts.end();
  const { name, filter, exportedAt, dataVersion } = facts;
  const hub = {
    name,
    filter,
    exportedAt,
    dataVersion,
    dataVersionAtEnd: end.dataVersion,
    writtenMeanwhile: end.changed,
    rows: end.rows,
  };
  yield `\n],${membersOf(closing(end.rows))}"hub":${JSON.stringify(hub)}}\n`;
}

const membersOf = (members: Readonly<Record<string, unknown>>): string =>
  Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`)
    .join('');
