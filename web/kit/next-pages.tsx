import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'antd';
import type { Trusted } from './client.js';
import { useAsk } from './ask.js';
import { count } from './format.js';
import { Notice } from './notice.js';
import { useWords, words } from './words.js';

const texts = words(
  {
    more: '显示更多',
    left: (number: string): string => `显示更多（还有 ${number} 条）`,
    loading: '正在读取…',
  },
  {
    more: 'Show more',
    left: (number: string): string => `Show more (${number} left)`,
    loading: 'Loading…',
  },
);

/** A page of a list as the API gives it; null where its subgraph failed. */
export interface ListPage<Item> {
  nodes: readonly Item[];
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface NextPagesProps<Data, Variables, Item> {
  document: Trusted<Data, Variables>;
  /** Those of the first page. */
  variables: Variables;
  pageOf(data: Data): ListPage<Item> | null | undefined;
  /** The page behind which it goes on. */
  behind: ListPage<Item>;
  /** How many are shown up to there. */
  shown: number;
  /** How many columns the table has, where rows of one are meant. */
  columns?: number;
  children(items: readonly Item[]): ReactNode;
}

/** Goes on with a list when asked: each page asks for itself, so that a change renews them all, and nothing is left out in silence. */
export function NextPages<Data, Variables extends object, Item>(
  props: NextPagesProps<Data, Variables, Item>,
) {
  const { more, left } = useWords(texts);
  const [isOpen, setOpen] = useState(false);
  const { hasNextPage } = props.behind.pageInfo;
  const total = props.behind.totalCount;
  if (!hasNextPage) return null;
  if (isOpen) return <NextPage {...props} />;
  return (
    <Line columns={props.columns}>
      <Button size="small" onClick={() => setOpen(true)}>
        {total === undefined ? more : left(count(total - props.shown))}
      </Button>
    </Line>
  );
}

function NextPage<Data, Variables extends object, Item>(props: NextPagesProps<Data, Variables, Item>) {
  const { document, variables, pageOf, behind, shown, columns, children } = props;
  const { loading } = useWords(texts);
  const place = useRef<HTMLSpanElement>(null);
  const answer = useAsk(document, { ...variables, after: behind.pageInfo.endCursor });
  const page = answer.data === undefined ? null : pageOf(answer.data);
  const isThere = page != null;
  // The button that had the focus is gone: the keyboard goes on where the new items begin.
  useEffect(() => place.current?.focus(), [isThere]);
  if (page == null)
    return (
      <Line columns={columns}>
        {answer.isLoading ? <span role="status">{loading}</span> : <Notice answer={answer} />}
      </Line>
    );
  return (
    <>
      {columns === undefined && <span ref={place} tabIndex={-1} />}
      {children(page.nodes)}
      <NextPages {...props} behind={page} shown={shown + page.nodes.length} />
    </>
  );
}

const Line = ({ columns, children }: { columns: number | undefined; children: ReactNode }) =>
  columns === undefined ? (
    <div className="more">{children}</div>
  ) : (
    <tr className="more">
      <td colSpan={columns}>{children}</td>
    </tr>
  );
