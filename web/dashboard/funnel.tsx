import { useMemo } from 'react';
import { incubationStages } from '../kit/codes.js';
import { count } from '../kit/format.js';
import { Panel } from '../kit/panel.js';
import { Picture } from '../kit/picture.js';
import { useLabels, useWords, words } from '../kit/words.js';
import type { OverviewAnswer, OverviewArea } from './overview.js';

const texts = words(
  {
    title: '孵化漏斗',
    definition:
      '按申请批次：所选年份申请的机构中，曾经到达各阶段的有多少家（R-INC-07）；“现有”是此刻停留在该阶段的。来源：孵化记录。',
    columns: ['阶段', '曾到达', '现有', '停留天数（中位）'],
    reached: '曾到达',
    empty: '本地区在所选年份没有机构申请孵化。',
  },
  {
    title: 'Incubation funnel',
    definition:
      'Cohort: of the organizations that applied in the year, how many ever reached each stage (R-INC-07); “now” are those in it at the moment. Source: incubation records.',
    columns: ['Stage', 'Reached', 'Now', 'Days in it (median)'],
    reached: 'Reached',
    empty: 'Nobody in this area applied for incubation in this year.',
  },
);

/** Who applied, and how far they came. */
export function Funnel({ answer, height = 280 }: { answer: OverviewAnswer; height?: number }) {
  const { title, definition, empty } = useWords(texts);
  const stages = answer.data?.area?.incubationFunnel as OverviewArea['incubationFunnel'] | null | undefined;
  const isEmpty = stages?.every(({ reached }) => reached === 0) === true;
  return (
    <Panel title={title} definition={definition} from={['organizations']} answer={answer} height={height}>
      {isEmpty && <p className="empty">{empty}</p>}
      {stages && !isEmpty && <FunnelPicture stages={stages} height={height} />}
    </Panel>
  );
}

function FunnelPicture({ stages, height }: { stages: OverviewArea['incubationFunnel']; height: number }) {
  const { title, columns, reached } = useWords(texts);
  const label = useLabels(incubationStages);
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 44, top: 4, bottom: 4, outerBoundsMode: 'same' as const },
      xAxis: { type: 'value' as const, show: false },
      yAxis: {
        type: 'category' as const,
        inverse: true,
        data: stages.map(({ stage }) => label(stage)),
        axisTick: { show: false },
        axisLine: { show: false },
      },
      tooltip: { trigger: 'axis' as const, axisPointer: { type: 'shadow' as const } },
      series: [
        {
          type: 'bar' as const,
          name: reached,
          data: stages.map((each) => each.reached),
          barWidth: '62%',
          label: { show: true, position: 'right' as const },
        },
      ],
    }),
    [stages, label('APPLIED'), reached],
  );
  const rows = stages.map((each) => [
    label(each.stage),
    count(each.reached),
    count(each.current),
    each.medianDays ?? '—',
  ]);
  return <Picture option={option} twin={{ caption: title, columns, rows }} height={height} />;
}
