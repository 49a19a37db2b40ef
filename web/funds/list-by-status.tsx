import type { ReactNode } from 'react';
import type { Trusted } from '../kit/client.js';
import { useAsk } from '../kit/ask.js';
import { count } from '../kit/format.js';
import { type ListPage, NextPages } from '../kit/next-pages.js';
import { Notice } from '../kit/notice.js';
import { Panel } from '../kit/panel.js';
import { StatusChoice, type StatusChoiceProps } from './status-choice.js';
import { Table } from './table.js';

/** What such a list says in words. */
export interface ListText {
  title: string;
  definition: string;
  status: string;
  all: string;
  total(number: string): string;
  columns: readonly string[];
  empty: string;
}

export interface ListByStatusProps<Data, Variables, Item, Status extends string> extends Pick<
  StatusChoiceProps<Status>,
  'states' | 'chosen' | 'labelOf' | 'onChange'
> {
  text: ListText;
  /** In CSS pixels, while nothing is known. */
  height: number;
  document: Trusted<Data, Variables>;
  variables: Variables;
  pageOf(data: Data): ListPage<Item> | null | undefined;
  /** Which columns hold figures, counted from 0. */
  figures: readonly number[];
  /** Writes items as rows. */
  children(items: readonly Item[]): ReactNode;
}

/** A list of the donations subgraph that is narrowed by state and goes on when asked. */
export function ListByStatus<Data, Variables extends object, Item, Status extends string>(
  props: ListByStatusProps<Data, Variables, Item, Status>,
) {
  const { text, document, variables, pageOf, children } = props;
  const answer = useAsk(document, variables);
  const page = answer.data === undefined ? undefined : pageOf(answer.data);
  return (
    <Panel
      title={text.title}
      definition={text.definition}
      from={['donations']}
      answer={answer}
      height={props.height}
      className="funds-wide"
      extra={
        <span className="funds-extra">
          {page?.totalCount !== undefined && (
            <span className="quiet">{text.total(count(page.totalCount))}</span>
          )}
          <StatusChoice
            label={text.status}
            all={text.all}
            states={props.states}
            chosen={props.chosen}
            labelOf={props.labelOf}
            onChange={props.onChange}
          />
        </span>
      }
    >
      {answer.data === undefined && <Notice answer={answer} />}
      {page?.nodes.length === 0 && <p className="empty">{text.empty}</p>}
      {page != null && page.nodes.length > 0 && (
        <Table
          caption={text.title}
          columns={text.columns.map((label, at) => ({ label, isNumber: props.figures.includes(at) }))}
        >
          {children(page.nodes)}
          <NextPages
            key={JSON.stringify(variables)}
            document={document}
            variables={variables}
            pageOf={pageOf}
            behind={page}
            shown={page.nodes.length}
            columns={text.columns.length}
          >
            {children}
          </NextPages>
        </Table>
      )}
    </Panel>
  );
}
