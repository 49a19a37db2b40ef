/** What a cell holds; a number stays one, also one that is written as a text to be exact (Decimal). */
export type Cell = string | number | null;

/** A column of a table. */
export interface Column<Row> {
  /** In English, as the API calls it; `glossary.ts` has the Chinese heading. */
  readonly name: string;
  readonly kind: 'text' | 'number';
  of(row: Row): Cell;
}

export const text = <Row>(name: string, of: (row: Row) => string | null | undefined): Column<Row> => ({
  name,
  kind: 'text',
  of: (row) => of(row) ?? null,
});

export const number = <Row>(
  name: string,
  of: (row: Row) => string | number | null | undefined,
): Column<Row> => ({ name, kind: 'number', of: (row) => of(row) ?? null });
