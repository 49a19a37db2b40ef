import { type ReactNode, useState } from 'react';
import { useWords, words } from '../../kit/words.js';

const texts = words(
  { more: (rest: number): string => `再显示 200 行（还有 ${rest} 行）` },
  { more: (rest: number): string => `Show 200 more (${rest} left)` },
);

export interface Row {
  key: string;
  isSelected: boolean;
  cells: readonly ReactNode[];
}

export interface RowsProps {
  label: string;
  columns: readonly string[];
  /** Which columns hold figures, counted from 0. */
  figures: readonly number[];
  rows: readonly Row[];
}

const pageSize = 200;

/** A table that scrolls in its own place and shows more rows when asked. */
export function Rows({ label, columns, figures, rows }: RowsProps) {
  const { more } = useWords(texts);
  const [shown, setShown] = useState(pageSize);
  const classOf = (at: number) => (figures.includes(at) ? 'number' : undefined);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column} scope="col" className={classOf(at)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ key, isSelected, cells }) => (
            <tr key={key} className={isSelected ? 'selected' : undefined}>
              {cells.map((cell, at) => (
                <td key={at} className={classOf(at)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <button type="button" className="plain" onClick={() => setShown(shown + pageSize)}>
          {more(rows.length - shown)}
        </button>
      )}
    </div>
  );
}
