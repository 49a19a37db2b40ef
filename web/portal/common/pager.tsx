import { Button } from 'antd';
import { count } from '../../kit/format.js';
import { useWords, words } from '../../kit/words.js';

const texts = words(
  { total: (total: string): string => `共 ${total} 项`, first: '回到第一页', next: '下一页' },
  { total: (total: string): string => `${total} in all`, first: 'First page', next: 'Next page' },
);

interface PagerProps {
  total: number;
  /** Where this page begins; undefined for the first. */
  after: string | undefined;
  /** Where the next one begins; null for the last. */
  next: string | null;
  go(after: string | undefined): void;
}

/** Says how many there are, and goes on to the next of them; Back goes back. */
export function Pager({ total, after, next, go }: PagerProps) {
  const all = useWords(texts);
  return (
    <div className="portal-pager">
      <span className="quiet">{all.total(count(total))}</span>
      {after !== undefined && <Button onClick={() => go(undefined)}>{all.first}</Button>}
      {next !== null && <Button onClick={() => go(next)}>{all.next}</Button>}
    </div>
  );
}
