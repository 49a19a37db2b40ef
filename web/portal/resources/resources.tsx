import { useState } from 'react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useAsk } from '../../kit/ask.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { useWords, words } from '../../kit/words.js';
import { MyResources } from '../../operations.js';
import { useAreas } from '../common/areas.js';
import { Pager } from '../common/pager.js';
import type { PortalSearch } from '../search.js';
import { Bulk } from './bulk.js';
import { Filters } from './filters.js';
import { ResourceTable } from './table.js';

const texts = words(
  {
    title: '我的资源',
    definition:
      '本单位登记的资源。剩余 = 数量减去“已接受”和“进行中”的对接；“闲置”是近 90 天用了不到 20% 的资源。',
    none: '没有符合筛选条件的资源。',
    clear: '清除筛选',
    begin: '还没有登记资源',
    first: '登记第一项资源',
    firstAdvice: '填写四步表单，约三分钟。',
    file: '用表格批量导入',
    fileAdvice: '下载模板填写，或直接拖入已有的表格。',
  },
  {
    title: 'Resources',
    definition:
      'What this partner has registered. Remaining is the quantity less accepted and active links; idle is what was used to less than 20 % in the last 90 days.',
    none: 'No resource fits these filters.',
    clear: 'Clear filters',
    begin: 'No resources yet',
    first: 'Register the first resource',
    firstAdvice: 'A form in four steps, about three minutes.',
    file: 'Import a spreadsheet',
    fileAdvice: 'Fill in the template, or drop a table that you have.',
  },
);
const route = getRouteApi('/portal');

const filterOf = ({ status, category, area, text }: PortalSearch) => ({ status, category, area, text });
const isFiltered = (search: PortalSearch) =>
  Object.values(filterOf(search)).some((value) => value !== undefined);

/** The resources of a partner: found, published, taken back. */
export function Resources({ partner }: { partner: string }) {
  const { title, definition } = useWords(texts);
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/portal' });
  const answer = useAsk(MyResources, { partner, filter: filterOf(search), after: search.after ?? null });
  // Asked for now and not when there are rows that name them.
  useAreas();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const resources = answer.data?.partner?.resources;
  const nodes = resources?.nodes ?? [];
  const isEmpty = resources?.totalCount === 0;
  if (isEmpty && !isFiltered(search)) return <Begin />;
  return (
    <div className="portal-stack">
      <Notice answer={answer} />
      <Panel title={title} definition={definition} from={['partners']} answer={answer} height={320}>
        <Filters />
        {isEmpty ? (
          <NothingFound />
        ) : (
          <>
            <Bulk resources={nodes.filter(({ id }) => chosen.has(id))} onDone={() => setChosen(new Set())} />
            <ResourceTable resources={nodes} chosen={chosen} onChoose={setChosen} />
            <Pager
              total={resources?.totalCount ?? 0}
              after={search.after}
              next={resources?.pageInfo.hasNextPage === true ? resources.pageInfo.endCursor : null}
              go={(after) => void navigate({ to: '/portal', search: (kept) => ({ ...kept, after }) })}
            />
          </>
        )}
      </Panel>
    </div>
  );
}

function NothingFound() {
  const { none, clear } = useWords(texts);
  return (
    <p className="empty">
      {none}{' '}
      <Link from="/portal" to="/portal" search={({ partner, tab }) => ({ partner, tab })}>
        {clear}
      </Link>
    </p>
  );
}

function Begin() {
  const all = useWords(texts);
  const { partner } = route.useSearch();
  return (
    <section className="panel">
      <h2>{all.begin}</h2>
      <div className="portal-choices">
        <Link to="/portal/resources/new" search={{ partner }}>
          <strong>{all.first}</strong>
          <span>{all.firstAdvice}</span>
        </Link>
        <Link to="/portal/imports">
          <strong>{all.file}</strong>
          <span>{all.fileAdvice}</span>
        </Link>
      </div>
    </section>
  );
}
