import { useState } from 'react';
import { Cells, type CellsRow } from '../../kit/cells.js';
import { useWords, words } from '../../kit/words.js';

const texts = words(
  { more: (rest: number): string => `再显示 200 行（还有 ${rest} 行）` },
  { more: (rest: number): string => `Show 200 more (${rest} left)` },
);

export interface RowsProps {
  label: string;
  columns: readonly string[];
  /** Which columns hold figures, counted from 0. */
  figures: readonly number[];
  rows: readonly CellsRow[];
}

const pageSize = 200;

/** A table that scrolls in its own place and shows more rows when asked. */
export function Rows({ label, columns, figures, rows }: RowsProps) {
  const { more } = useWords(texts);
  const [shown, setShown] = useState(pageSize);
  const classOf = (at: number) => (figures.includes(at) ? 'number' : undefined);
  return (
    <>
      <Cells label={label} columns={columns} rows={rows.slice(0, shown)} classOf={classOf} />
      {rows.length > shown && (
        <button type="button" className="plain" onClick={() => setShown(shown + pageSize)}>
          {more(rows.length - shown)}
        </button>
      )}
    </>
  );
}
