import { useMemo } from 'react';
import type { IncubationOverviewQuery } from '../operations.js';
import type { Answer } from '../kit/ask.js';
import { incubationStages } from '../kit/codes.js';
import { Panel } from '../kit/panel.js';
import { PeriodChoice } from '../kit/period-choice.js';
import { Picture } from '../kit/picture.js';
import { useLabels, useName, useWords, words } from '../kit/words.js';
import { useStageRows } from './stage-table.js';

const texts = words(
  {
    title: '同期群漏斗',
    definition:
      '在所选期间申请的机构中，曾经到达各阶段的数量（R-INC-07）。到过后面阶段的也到过前面的，所以只减不增；不是现在处于该阶段的数量。',
    caption: (area: string, period: string): string => `${area}，${period}申请的机构曾到达各阶段的数量`,
    always: '全部时间',
    empty: '所选期间没有机构申请孵化。请换一个期间或地区。',
  },
  {
    title: 'Cohort funnel',
    definition:
      'Of the organizations that applied in the period, how many ever reached each stage (R-INC-07). Who reached a later stage had reached those before, so it only narrows; it does not say who stands there now.',
    caption: (area: string, period: string): string =>
      `${area}: of those who applied (${period}), how many ever reached each stage`,
    always: 'all time',
    empty: 'No organization applied in this period. Choose another period or area.',
  },
);

export interface FunnelProps {
  answer: Answer<IncubationOverviewQuery>;
  period: string | undefined;
  onPeriod(period: string | undefined): void;
}

/** How far those who applied in a period came. */
export function Funnel({ answer, period, onPeriod }: FunnelProps) {
  const { title, definition, caption, always, empty } = useWords(texts);
  const label = useLabels(incubationStages);
  const nameOf = useName();
  const funnel = answer.data?.area?.incubationFunnel;
  const { columns, rows } = useStageRows(funnel ?? []);
  const option = useMemo(() => {
    const data = (funnel ?? []).map(({ stage, reached }) => ({ name: label(stage), value: reached }));
    return {
      tooltip: { trigger: 'item' as const },
      series: [
        {
          type: 'funnel' as const,
          sort: 'none' as const,
          left: 8,
          right: 120,
          top: 4,
          bottom: 4,
          gap: 2,
          minSize: '3%',
          label: { position: 'right' as const, formatter: '{b} {c}' },
          data: data.map((stage) => ({ ...stage, itemStyle: { color: '#0072b2', borderWidth: 0 } })),
        },
      ],
    };
  }, [funnel, label]);
  return (
    <Panel
      title={title}
      definition={definition}
      from={['organizations']}
      answer={answer}
      height={380}
      extra={<PeriodChoice period={period} onChange={onPeriod} />}
    >
      {(funnel?.[0]?.reached ?? 0) === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <Picture
          option={option}
          height={340}
          twin={{ caption: caption(nameOf(answer.data?.area), period ?? always), columns, rows }}
        />
      )}
    </Panel>
  );
}
