import type { Problem } from './use-problems.js';

/** A row of the file as it is shown: its cells as far as they are known, and what is wrong. */
export interface GridRow {
  number: number;
  cells: readonly string[];
  problems: readonly Problem[];
}

/** Puts what was found to the rows of the file; rows without problems are known of its beginning only. */
export function gridRows(
  preview: readonly (readonly string[])[],
  headerRow: number,
  problems: readonly Problem[],
  onlyProblems: boolean,
): GridRow[] {
  const byRow = Map.groupBy(problems, ({ row }) => row);
  const numbers = new Set(byRow.keys());
  if (!onlyProblems)
    preview.forEach((cells, index) => {
      if (index + 1 > headerRow && cells.some((cell) => cell !== '')) numbers.add(index + 1);
    });
  return [...numbers]
    .sort((left, right) => left - right)
    .map((number) => ({ number, cells: preview[number - 1] ?? [], problems: byRow.get(number) ?? [] }));
}

/** Yields the worst of what is wrong with a cell; `null` asks for what is wrong with the row as a whole. */
export function worstIn(row: GridRow, column: number | null): Problem | undefined {
  const found = row.problems.filter((problem) => problem.column === column);
  return found.find(({ severity }) => severity === 'ERROR') ?? found[0];
}
