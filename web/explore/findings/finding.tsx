import type { ReactNode } from 'react';
import { Skeleton } from 'antd';
import type { Answer } from '../../kit/ask.js';
import { Cells } from '../../kit/cells.js';
import { Definition } from '../../kit/definition.js';
import { Notice } from '../../kit/notice.js';
import { useWords, words } from '../../kit/words.js';
import { useWaiting } from '../scene/use-waiting.js';
import { filterOf } from '../scene/filter.js';
import type { Address } from '../use-address.js';
import { WaitingBar } from '../waiting-bar.js';

const texts = words({ empty: '没有符合条件的结果。' }, { empty: 'Nothing fulfils this.' });

export interface FindingProps {
  title: string;
  definition: string;
  answer: Answer<unknown>;
  address: Address;
  /** What the whole of it says, before its rows. */
  summary?: ReactNode;
  columns: readonly string[];
  /** Positions of columns of numbers. */
  numbers?: readonly number[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  more?: ReactNode;
}

/** The answer to a question as a table: with what it means, how far it is, and why it is empty. */
export function Finding({
  title,
  definition,
  answer,
  address,
  summary,
  columns,
  numbers = [],
  rows,
  more,
}: FindingProps) {
  const { empty } = useWords(texts);
  const waiting = useWaiting(answer, filterOf(address.search));
  const { isMeasuring } = waiting;
  const classOf = (at: number) => (numbers.includes(at) ? 'number' : undefined);
  return (
    <section className="panel" aria-label={title} aria-busy={answer.isLoading}>
      <header>
        <h2>{title}</h2>
        <Definition of={title} text={definition} />
      </header>
      <WaitingBar waiting={waiting} />
      {!isMeasuring && <Notice answer={answer} />}
      {answer.isLoading && <Skeleton active paragraph={{ rows: 6 }} title={false} />}
      {summary !== undefined && <p>{summary}</p>}
      {!answer.isLoading && rows.length === 0 && answer.refusals.length === 0 && !isMeasuring && (
        <p className="empty">{empty}</p>
      )}
      {rows.length > 0 && (
        <Cells label={title} columns={columns} rows={rows} classOf={classOf} className="explore-finding" />
      )}
      {more}
    </section>
  );
}

/** A name that is shown in the picture when it is chosen. */
export function NodeLink({
  id,
  name,
  address,
}: {
  id: string;
  name: string | null | undefined;
  address: Address;
}) {
  const { search, change } = address;
  const show = () =>
    change({
      sel: id,
      seed: [...new Set([...(search.seed ?? []), id])],
      hide: search.hide?.filter((each) => each !== id),
    });
  return (
    <button type="button" className="explore-link" onClick={show}>
      {name ?? id.slice(0, 8)}
    </button>
  );
}
