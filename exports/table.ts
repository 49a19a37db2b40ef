import type { Export } from '#gateway/exports/export.js';
import { type PagedQuestion, pagesOf } from './connection.js';
import type { Column } from './format/column.js';
import { csv, csvType } from './format/csv.js';
import { xlsx, xlsxType } from './format/xlsx.js';

/** What a table is made of. */
export interface Table<Row> extends Pick<Export<Row>, 'documents' | 'read'> {
  /** Path without the end that says the format. */
  name: string;
  columns: readonly Column<Row>[];
}

/** Offers a table as CSV and as XLSX. */
export const tables = <Row>({ name, columns, documents, read }: Table<Row>): Export<Row>[] => [
  { name: `${name}.csv`, contentType: csvType, documents, read, write: (pages) => csv(pages, columns) },
  {
    name: `${name}.xlsx`,
    contentType: xlsxType,
    documents,
    read,
    write: (pages, facts) => xlsx(pages, columns, facts),
  },
];

/** Offers a connection's rows. */
export const connectionTables = <Row>(
  name: string,
  question: PagedQuestion,
  columns: readonly Column<Row>[],
): Export<Row>[] =>
  tables({
    name,
    columns,
    documents: [question.document],
    read: (ask, parameters) => pagesOf<Row>(ask, question, parameters),
  });
