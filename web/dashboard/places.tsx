import { Link } from '@tanstack/react-router';
import { amount, count } from '../kit/format.js';

import { Panel } from '../kit/panel.js';
import { useName, useWords, words } from '../kit/words.js';
import type { OverviewAnswer, OverviewArea } from './overview.js';

const texts = words(
  {
    title: '下级地区对比',
    definition:
      '下一级各地区，含其以下各级；横条为与最多者之比，#1 为最多（零不排名）。点击地区名下钻。来源：机构、对接与捐赠登记。',
    name: '地区',
    organizations: '机构与平台',
    workers: '持证社工',
    volunteers: '志愿者',
    links: '对接',
    raised: '募集（元）',
    empty: '没有更下一级的地区。',
  },
  {
    title: 'Areas below',
    definition:
      'Each area directly below with everything in it; a bar is the share of the largest, #1 is most (zero has no rank). Click a name to go there. Source: registers.',
    name: 'Area',
    organizations: 'Organizations',
    workers: 'Workers',
    volunteers: 'Volunteers',
    links: 'Links',
    raised: 'Raised (CNY)',
    empty: 'There is no area below.',
  },
);

type Child = OverviewArea['children'][number];

/** How each column is told; null where its subgraph did not answer. */
const columns = {
  organizations: (child: Child) => tell(child.organizationCounts?.total),
  workers: (child: Child) => tell(child.organizationCounts?.certifiedSocialWorkers),
  volunteers: (child: Child) => tell(child.organizationCounts?.volunteers),
  links: (child: Child) => tell(child.linkSummary?.active),
  raised: (child: Child) =>
    child.funds == null
      ? null
      : { value: Number(child.funds.raised.amount), text: amount(child.funds.raised.amount) },
} as const;
type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];

const tell = (value: number | undefined) => (value === undefined ? null : { value, text: count(value) });

/** Areas by figures, with rank and bar: who has much, and where little is. */
export function Places({ answer }: { answer: OverviewAnswer }) {
  const all = useWords(texts);
  const nameOf = useName();
  const children = answer.data?.area?.children ?? [];
  return (
    <Panel
      title={all.title}
      definition={all.definition}
      from={['organizations', 'partners', 'donations']}
      answer={answer}
      height={240}
    >
      {children.length === 0 ? (
        <p className="empty">{all.empty}</p>
      ) : (
        <div className="scroll dash-scroll" tabIndex={0} role="region" aria-label={all.title}>
          <table className="dash-matrix">
            <thead>
              <tr>
                <th scope="col">{all.name}</th>
                {names.map((column) => (
                  <th key={column} scope="col" className="number">
                    {all[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {children.map((child) => (
                <tr key={child.code}>
                  <th scope="row">
                    <Link
                      from="/"
                      to="/"
                      search={(kept) => ({ ...kept, area: child.code, after: undefined })}
                    >
                      {nameOf(child)}
                    </Link>
                  </th>
                  {names.map((column) => (
                    <Cell key={column} of={child} all={children} column={column} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Cell({ of, all, column }: { of: Child; all: readonly Child[]; column: Column }) {
  const told = columns[column](of);
  if (told === null) return <td className="number">—</td>;
  const values = all.map((each) => columns[column](each)?.value ?? 0);
  const most = Math.max(1, ...values);
  const rank = values.filter((value) => value > told.value).length + 1;
  return (
    <td className="number">
      <span className="dash-bar" style={{ inlineSize: `${(100 * told.value) / most}%` }} aria-hidden="true" />
      <span className="dash-cell">
        {told.text} {told.value > 0 && <small className="quiet">#{rank}</small>}
      </span>
    </td>
  );
}
