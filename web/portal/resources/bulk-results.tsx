import { Button } from 'antd';
import { useWords, words } from '../../kit/words.js';

/** What became of one resource; no reason where it went well. */
export interface RowResult {
  id: string;
  title: string;
  reason: string | null;
}

const texts = words(
  {
    summary: (done: number, failed: number): string => `${done} 项成功，${failed} 项没有成功。`,
    of: (title: string, result: string): string => `${title}：${result}`,
    done: '成功',
    close: '收起',
  },
  {
    summary: (done: number, failed: number): string => `${done} done, ${failed} not done.`,
    of: (title: string, result: string): string => `${title}: ${result}`,
    done: 'Done',
    close: 'Close',
  },
);

/** Says of each resource what became of it. */
export function BulkResults({ results, onClose }: { results: readonly RowResult[]; onClose(): void }) {
  const { summary, of, done, close } = useWords(texts);
  const failed = results.filter(({ reason }) => reason !== null).length;
  return (
    <div role="status">
      {results.length > 0 && (
        <div className="portal-results">
          <strong>{summary(results.length - failed, failed)}</strong>
          <ul>
            {results.map(({ id, title, reason }) => (
              <li key={id} className={reason === null ? 'portal-good' : 'portal-mistake'}>
                {reason === null ? '✓' : '✗'} {of(title, reason ?? done)}
              </li>
            ))}
          </ul>
          <Button size="small" onClick={onClose}>
            {close}
          </Button>
        </div>
      )}
    </div>
  );
}
