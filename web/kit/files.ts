export type Cell = string | number | null;

/** Writes a table as Excel reads it: UTF-8 with a mark, and nothing that it would take for a formula. What writes it is read when it is needed. */
export async function csvOf(rows: readonly (readonly Cell[])[]): Promise<Blob> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const options = { bom: true, record_delimiter: 'windows', escape_formulas: true } as const;
  return new Blob(
    [
      stringify(
        rows.map((row) => [...row]),
        options,
      ),
    ],
    { type: 'text/csv;charset=utf-8' },
  );
}

/** A browser has begun to save a file long before. */
const keptMs = 60_000;

/** Gives a person a file. */
export function saveAs(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  // Windows takes no colon in a name.
  link.download = name.replaceAll(':', '-');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptMs);
}
