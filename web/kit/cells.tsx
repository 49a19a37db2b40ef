import type { ReactNode } from 'react';

export interface CellsRow {
  key: string | number;
  cells: readonly ReactNode[];
  isSelected?: boolean;
}

export interface CellsProps {
  /** What is read aloud where it begins. */
  label: string;
  /** Written above it as well. */
  hasCaption?: boolean;
  columns: readonly string[];
  rows: readonly CellsRow[];
  /** How a column is set, counted from 0; `number` for figures. */
  classOf?(at: number): string | undefined;
  className?: string;
  /** In CSS pixels; higher ones scroll. */
  maxHeight?: number;
}

const plain = (): undefined => undefined;

/** A table of cells that scrolls in its own place, also by keyboard. */
export function Cells({ label, columns, rows, classOf = plain, ...look }: CellsProps) {
  const { hasCaption = false, className = '', maxHeight } = look;
  return (
    <div
      className={`scroll ${className}`}
      style={maxHeight === undefined ? {} : { maxHeight }}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table>
        {hasCaption && <caption>{label}</caption>}
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
          {rows.map(({ key, cells, isSelected = false }) => (
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
    </div>
  );
}
