import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Cells } from './cells.js';
import { useWords, words } from './words.js';
import type { ChartOption } from './chart.js';

const Chart = lazy(async () => ({ default: (await import('./chart.js')).Chart }));
const texts = words({ picture: '图', table: '表' }, { picture: 'Chart', table: 'Table' });

/** Makes every picture of a page a table, and back: a key does (web/app/shortcuts.tsx). */
const toggleTwins = 'toggle-twins';

/** A table that says the same as a picture. */
export interface Twin {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}

export interface PictureProps {
  /** What ECharts draws; colours and fonts are the theme's. */
  option: ChartOption;
  twin: Twin;
  height?: number;
  /** Is told the name of what was clicked. */
  onPick?(name: string): void;
}

/** A picture with its table twin, which is also what is printed and read aloud. */
export function Picture({ option, twin, height = 260, onPick }: PictureProps) {
  const { picture, table } = useWords(texts);
  const [isTable, setTable] = useState(false);
  useEffect(() => {
    const toggle = () => setTable((was) => !was);
    window.addEventListener(toggleTwins, toggle);
    return () => window.removeEventListener(toggleTwins, toggle);
  }, []);
  return (
    <div className="picture">
      <div className="twin-switch" role="group">
        <button type="button" aria-pressed={!isTable} onClick={() => setTable(false)}>
          {picture}
        </button>
        <button type="button" aria-pressed={isTable} onClick={() => setTable(true)}>
          {table}
        </button>
      </div>
      {isTable ? (
        <Cells
          label={twin.caption}
          hasCaption
          columns={twin.columns}
          rows={twin.rows.map((cells, key) => ({ key, cells }))}
          maxHeight={height}
        />
      ) : (
        <Suspense fallback={<div style={{ height }} />}>
          <Chart option={option} label={twin.caption} height={height} onPick={onPick} />
        </Suspense>
      )}
    </div>
  );
}
