import type { ReactNode } from 'react';

export interface TableProps {
  caption: string;
  columns: readonly { label: string; isNumber?: boolean }[];
  /** Rows of the body. */
  children: ReactNode;
}

/** A table that scrolls in its own place, also by keyboard. */
export function Table({ caption, columns, children }: TableProps) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption className="funds-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, isNumber }) => (
              <th key={label} scope="col" className={isNumber ? 'number' : ''}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
