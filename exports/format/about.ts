import type { ExportFacts } from '#gateway/exports/export.js';

/** What a file says of itself before its rows are known. */
export const beginningOf = ({ name, filter, exportedAt, dataVersion }: ExportFacts): [string, string][] => [
  ['export', name],
  ['filter', filter === '' ? 'none' : filter],
  ['exportedAt', exportedAt],
  ['dataVersion', dataVersion ?? 'unknown'],
];

/** What it says when they are. */
export function endOf({ end }: ExportFacts): [string, string][] {
  const { rows, dataVersion, changed } = end();
  return [
    ['rows', String(rows)],
    ['dataVersionAtEnd', dataVersion ?? 'unknown'],
    ['writtenMeanwhile', changed === null ? 'unknown' : changed ? 'yes' : 'no'],
  ];
}
