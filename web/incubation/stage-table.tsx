import type { ReactNode } from 'react';
import type { IncubationOverviewQuery } from '../operations.js';
import type { Answer } from '../kit/ask.js';
import { incubationStages } from '../kit/codes.js';
import { count, percent } from '../kit/format.js';
import { Panel } from '../kit/panel.js';
import { useLabels, useWords, words } from '../kit/words.js';

const texts = words(
  {
    title: '各阶段',
    definition:
      '转化率是到达本阶段的数量除以到达上一阶段的数量。“现在”是期间内申请、目前处于本阶段的机构；整改计入中期评估，延期计入终期评估。停留天数取已结束停留的中位数。',
    stage: '阶段',
    reached: '曾到达',
    conversion: '转化率',
    current: '现在',
    median: '停留中位数',
    days: (number: string): string => `${number} 天`,
    none: '无',
  },
  {
    title: 'Stages',
    definition:
      'The conversion is how many reached this stage, of those who reached the one before. “Now” is who applied in the period and stands here; rectification counts at the midterm review, an extension at the final review. The median is of finished stays.',
    stage: 'Stage',
    reached: 'Ever reached',
    conversion: 'Conversion',
    current: 'Now',
    median: 'Median stay',
    days: (number: string): string => `${number} days`,
    none: 'none',
  },
);

type Funnel = NonNullable<IncubationOverviewQuery['area']>['incubationFunnel'];

/** Yields the funnel as a table: what the picture says, and more. */
export function useStageRows(funnel: Funnel): { columns: string[]; rows: ReactNode[][] } {
  const { stage, reached, conversion, current, median, days, none } = useWords(texts);
  const label = useLabels(incubationStages);
  return {
    columns: [stage, reached, conversion, current, median],
    rows: funnel.map((each, index) => {
      const before = index === 0 ? 0 : (funnel[index - 1]?.reached ?? 0);
      return [
        label(each.stage),
        count(each.reached),
        before === 0 ? '—' : percent(each.reached / before),
        count(each.current),
        each.medianDays == null ? none : days(count(Math.round(each.medianDays * 10) / 10)),
      ];
    }),
  };
}

/** Where the cohort stands, how much of it came on, and how long each stage takes. */
export function StageTable({ answer }: { answer: Answer<IncubationOverviewQuery> }) {
  const { title, definition } = useWords(texts);
  const { columns, rows } = useStageRows(answer.data?.area?.incubationFunnel ?? []);
  return (
    <Panel title={title} definition={definition} from={['organizations']} answer={answer} height={380}>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={column} scope="col" className={at === 0 ? '' : 'number'}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([stage, ...figures], index) => (
              <tr key={index}>
                <th scope="row">{stage}</th>
                {figures.map((figure, at) => (
                  <td key={at} className="number">
                    {figure}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
