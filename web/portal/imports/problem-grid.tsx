import { useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLanguage, useWords, words } from '../../kit/words.js';
import { type GridRow, worstIn } from './grid-rows.js';
import type { Problem } from './use-problems.js';

const texts = words(
  {
    label: '逐行的问题',
    row: '行',
    error: '错误',
    warning: '提醒',
    hidden: '（不显示）',
    unnamed: (at: number): string => `第 ${at} 列`,
  },
  {
    label: 'Problems by row',
    row: 'Row',
    error: 'Error',
    warning: 'Warning',
    hidden: '(not shown)',
    unnamed: (at: number): string => `Column ${at}`,
  },
);
const rowHeight = 40;
const gridHeight = 420;
/** Rows are drawn this far beyond what is seen, so that scrolling shows no gaps. */
const beyond = 12;

interface ProblemGridProps {
  rows: readonly GridRow[];
  columns: readonly { position: number; title: string }[];
  chosen: Problem | null;
  onChoose(problem: Problem): void;
}

/** Rows by columns: what is wrong is marked by sign, words and colour, and can be looked at. Only what is seen is drawn. */
export function ProblemGrid({ rows, columns, chosen, onChoose }: ProblemGridProps) {
  const all = useWords(texts);
  const place = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => rowHeight,
    overscan: beyond,
  });
  const template = { gridTemplateColumns: `84px repeat(${columns.length}, minmax(160px, 1fr))` };
  return (
    <div
      ref={place}
      className="portal-grid"
      style={{ maxHeight: gridHeight }}
      role="table"
      aria-label={all.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      tabIndex={0}
    >
      <div role="rowgroup" className="head">
        <div role="row" className="line" style={template}>
          <span role="columnheader">{all.row}</span>
          {columns.map(({ position, title }) => (
            <span key={position} role="columnheader">
              {title || all.unnamed(position + 1)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={row.number}
              role="row"
              aria-rowindex={index + 2}
              className="line"
              style={{ ...template, position: 'absolute', top: start, height: rowHeight, width: '100%' }}
            >
              <span role="rowheader">
                {row.number} <Mark problem={worstIn(row, null)} {...{ chosen, onChoose }} />
              </span>
              {columns.map(({ position }) => (
                <span key={position} role="cell">
                  <Mark
                    problem={worstIn(row, position)}
                    text={row.cells[position] ?? ''}
                    {...{ chosen, onChoose }}
                  />
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface MarkProps {
  problem: Problem | undefined;
  text?: string;
  chosen: Problem | null;
  onChoose(problem: Problem): void;
}

/** What stands in a cell; a button that tells more where something is wrong with it. */
function Mark({ problem, text, chosen, onChoose }: MarkProps) {
  const all = useWords(texts);
  const language = useLanguage();
  if (problem === undefined) return text ?? null;
  const isError = problem.severity === 'ERROR';
  const shown = problem.value ?? (text === undefined || text === '' ? '' : text);
  return (
    <button
      type="button"
      className={isError ? 'error' : 'warning'}
      aria-pressed={problem === chosen}
      title={language === 'zh' ? problem.messageZh : problem.message}
      onClick={() => onChoose(problem)}
    >
      <span aria-hidden="true">{isError ? '✗' : '⚠'}</span> {isError ? all.error : all.warning}
      {shown !== '' && <span className="value">{shown}</span>}
    </button>
  );
}
