import { count } from '../../kit/format.js';
import { useWords, words } from '../../kit/words.js';
import type { ImportStatus } from './states.js';

const texts = words(
  {
    rows: (rows: string): string => `${rows} 行`,
    summary: (created: string, updated: string, skipped: string, refused: string): string =>
      `新增 ${created} 更新 ${updated} 跳过 ${skipped} 拒绝 ${refused}`,
    undone: (rows: string): string => `已撤回 ${rows} 行`,
  },
  {
    rows: (rows: string): string => `${rows} rows`,
    summary: (created: string, updated: string, skipped: string, refused: string): string =>
      `${created} new, ${updated} changed, ${skipped} skipped, ${refused} refused`,
    undone: (rows: string): string => `${rows} taken back`,
  },
);

interface Summed {
  status: ImportStatus;
  progress: { rowsTotal: number };
  summary: { created: number; updated: number; skipped: number; refused: number; undone: number };
}

/** Yields what says what an import did or would do. */
export function useSummary(): (job: Summed) => string {
  const all = useWords(texts);
  return ({ status, progress, summary }) => {
    if (status === 'UNDONE') return all.undone(count(summary.undone));
    if (!['CHECKED', 'WRITING', 'WRITTEN', 'UNDOING'].includes(status))
      return all.rows(count(progress.rowsTotal));
    const { created, updated, skipped, refused } = summary;
    return all.summary(count(created), count(updated), count(skipped), count(refused));
  };
}
