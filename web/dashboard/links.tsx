import { useMemo } from 'react';
import { partnerKinds, resourceCategories } from '../kit/codes.js';
import { count } from '../kit/format.js';
import { Panel } from '../kit/panel.js';
import { Picture } from '../kit/picture.js';
import { useLabels, useLanguage, useWords, words } from '../kit/words.js';
import type { OverviewAnswer, OverviewArea } from './overview.js';

const texts = words(
  {
    title: '资源对接',
    definition: '进行中的对接，按资源类别，颜色为合作伙伴类别。来源：合作伙伴与机构的登记。',
    columns: ['资源类别', '合作伙伴类别', '对接数'],
    empty: '本地区还没有进行中的对接。合作伙伴可在“合作伙伴”页发布资源并提出对接。',
  },
  {
    title: 'Resource links',
    definition:
      'Links in progress by category of resource; the colour is the kind of partner. Source: partners and organizations.',
    columns: ['Category', 'Kind of partner', 'Links'],
    empty:
      'No link is in progress here yet. Partners publish resources and propose links in the partner portal.',
  },
);

type Flows = OverviewArea['linkSummary']['flows'];

/** What is linked, and by whom. */
export function Links({ answer, height = 220 }: { answer: OverviewAnswer; height?: number }) {
  const { title, definition, empty } = useWords(texts);
  const flows = (answer.data?.area?.linkSummary as OverviewArea['linkSummary'] | null | undefined)?.flows;
  return (
    <Panel title={title} definition={definition} from={['partners']} answer={answer} height={height}>
      {flows?.length === 0 && <p className="empty">{empty}</p>}
      {flows !== undefined && flows.length > 0 && <LinksPicture flows={flows} height={height} />}
    </Panel>
  );
}

function LinksPicture({ flows, height }: { flows: Flows; height: number }) {
  const { title, columns } = useWords(texts);
  const kind = useLabels(partnerKinds);
  const category = useLabels(resourceCategories);
  const language = useLanguage();
  const option = useMemo(() => {
    const categories = [...new Set(flows.map((flow) => flow.category))];
    const kinds = [...new Set(flows.map((flow) => flow.partnerKind))];
    const countOf = (one: string, other: string) =>
      flows.find((flow) => flow.partnerKind === one && flow.category === other)?.count ?? 0;
    return {
      legend: { bottom: 0 },
      grid: { left: 8, right: 24, top: 8, bottom: 56, outerBoundsMode: 'same' as const },
      tooltip: { trigger: 'axis' as const, axisPointer: { type: 'shadow' as const } },
      xAxis: { type: 'value' as const, minInterval: 1 },
      yAxis: { type: 'category' as const, inverse: true, data: categories.map(category) },
      series: kinds.map((each) => ({
        type: 'bar' as const,
        stack: 'links',
        name: kind(each),
        data: categories.map((one) => countOf(each, one)),
        barMaxWidth: 28,
      })),
    };
  }, [flows, language]);
  const rows = flows.map((flow) => [category(flow.category), kind(flow.partnerKind), count(flow.count)]);
  return <Picture option={option} twin={{ caption: title, columns, rows }} height={height} />;
}
