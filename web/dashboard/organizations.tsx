import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { incubationStages, organizationKinds } from '../kit/codes.js';
import { amount, count } from '../kit/format.js';

import { Panel } from '../kit/panel.js';
import { useName, useLabels, useLanguage, useWords, words } from '../kit/words.js';
import type { OverviewQuery } from '../operations.js';
import { OrganizationFilters } from './organization-filters.js';
import type { OverviewAnswer } from './overview.js';

const texts = words(
  {
    title: '机构',
    definition:
      '所选地区（含下级）的机构，符合筛选的全部可翻页查看；伙伴列出最多 5 家。来源：机构、对接与捐赠登记。',
    name: '名称',
    kind: '类型',
    stage: '孵化状态',
    links: '有效对接与伙伴',
    raised: '募集（元）',
    total: (total: string): string => `共 ${total} 家`,
    linksOf: (links: string, partners: string): string => `${links} 项：${partners}`,
    first: '回到第一页',
    next: '下一页',
    empty: '没有符合条件的机构。可清除筛选，或换一个地区。',
    clear: '清除筛选',
  },
  {
    title: 'Organizations',
    definition:
      'Organizations of the area with everything below; all that fit the filters, page by page; of the partners at most 5 are named. Source: registers.',
    name: 'Name',
    kind: 'Kind',
    stage: 'Incubation',
    links: 'Active links and partners',
    raised: 'Raised (CNY)',
    total: (total: string): string => `${total} in all`,
    linksOf: (links: string, partners: string): string => `${links}: ${partners}`,
    first: 'First page',
    next: 'Next page',
    empty: 'No organization fits. Clear the filters or choose another area.',
    clear: 'Clear filters',
  },
);

type Row = OverviewQuery['organizations']['nodes'][number];

/** The organizations themselves: search, filters, pages. */
export function Organizations({ answer }: { answer: OverviewAnswer }) {
  const all = useWords(texts);
  const found = answer.data?.organizations as OverviewQuery['organizations'] | null | undefined;
  return (
    <Panel
      title={all.title}
      definition={all.definition}
      from={['organizations', 'partners', 'donations']}
      answer={answer}
      height={400}
      className="dash-wide"
      extra={found && <span className="quiet">{all.total(count(found.totalCount))}</span>}
    >
      <div id="organizations">
        <OrganizationFilters />
        {found?.nodes.length === 0 ? <Empty /> : <Table rows={found?.nodes ?? []} />}
        {found && <Pages {...found.pageInfo} />}
      </div>
    </Panel>
  );
}

function Empty() {
  const { empty, clear } = useWords(texts);
  return (
    <p className="empty">
      {empty}{' '}
      <Link
        from="/"
        to="/"
        search={(kept) => ({ ...kept, q: undefined, kind: undefined, stage: undefined, after: undefined })}
      >
        {clear}
      </Link>
    </p>
  );
}

function Table({ rows }: { rows: readonly Row[] }) {
  const all = useWords(texts);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={all.title}>
      <table className="dash-rows">
        <thead>
          <tr>
            <th scope="col">{all.name}</th>
            <th scope="col">{all.kind}</th>
            <th scope="col">{all.stage}</th>
            <th scope="col">{all.links}</th>
            <th scope="col" className="number">
              {all.raised}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OrganizationRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OrganizationRow({ row }: { row: Row }) {
  const { linksOf } = useWords(texts);
  const separator = useLanguage() === 'zh' ? '、' : ', ';
  const kind = useLabels(organizationKinds);
  const stage = useLabels(incubationStages);
  const nameOf = useName();
  // Fields of a missing subgraph are null although their types say otherwise.
  const links = row.resourceLinks as Row['resourceLinks'] | null;
  const funds = row.funds as Row['funds'] | null;
  const partners = [...new Set(links?.nodes.map(({ resource }) => nameOf(resource.partner)))];
  return (
    <tr>
      <th scope="row">{nameOf(row)}</th>
      <td>{kind(row.kind)}</td>
      <td>{row.incubationStatus === null ? '—' : stage(row.incubationStatus)}</td>
      <td>
        {!links || links.totalCount === 0 ? '—' : linksOf(count(links.totalCount), partners.join(separator))}
      </td>
      <td className="number">{funds ? amount(funds.raised.amount) : '—'}</td>
    </tr>
  );
}

function Pages({ hasNextPage, endCursor }: { hasNextPage: boolean; endCursor: string | null }) {
  const { first, next } = useWords(texts);
  const { after } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const go = (cursor: string | undefined) =>
    void navigate({ search: (kept) => ({ ...kept, after: cursor }), resetScroll: false });
  return (
    <p className="dash-pages">
      <button type="button" className="plain" disabled={after === undefined} onClick={() => go(undefined)}>
        {first}
      </button>
      <button
        type="button"
        className="plain"
        disabled={!hasNextPage}
        onClick={() => go(endCursor ?? undefined)}
      >
        {next}
      </button>
    </p>
  );
}
