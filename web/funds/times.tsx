import { useMemo } from 'react';
import { Segmented } from 'antd';
import type { FundsOverviewQuery } from '../operations.js';
import type { Answer } from '../kit/ask.js';
import { count, shortMoney } from '../kit/format.js';
import { Panel } from '../kit/panel.js';
import { Picture } from '../kit/picture.js';
import { useLanguage, useName, useWords, words } from '../kit/words.js';
import { useMoney } from './money.js';
import { everyMonth } from './months.js';

const texts = words(
  {
    title: '募集时间分布',
    definition: '每年或每月到账的现金与物资，减去当期退还；承诺不计入（R-FND-14）。',
    by: '按年或按月',
    year: '按年',
    month: '按月',
    when: { year: '年份', month: '月份' },
    raised: '募集净额',
    donations: '笔数',
    caption: (area: string): string => `${area}各期募集净额`,
    empty: '所选地区和期间没有到账的捐赠。请换一个期间或地区。',
  },
  {
    title: 'Raised over time',
    definition:
      'Received in cash and in kind in each year or month, less what was given back in it; pledges do not count (R-FND-14).',
    by: 'By year or month',
    year: 'By year',
    month: 'By month',
    when: { year: 'Year', month: 'Month' },
    raised: 'Raised, net',
    donations: 'Donations',
    caption: (area: string): string => `Raised over time: ${area}`,
    empty: 'Nothing was received in this area and period. Choose another period or area.',
  },
);

export interface TimesProps {
  answer: Answer<FundsOverviewQuery>;
  by: 'month' | undefined;
  onBy(by: 'month' | undefined): void;
}

/** When it was raised: by year, or by month. */
export function Times({ answer, by = undefined, onBy }: TimesProps) {
  const text = useWords(texts);
  const language = useLanguage();
  const nameOf = useName();
  const money = useMoney();
  const funds = answer.data?.area?.funds;
  const times = useMemo(
    () =>
      by === 'month'
        ? everyMonth(funds?.byMonth ?? [])
        : (funds?.byYear ?? []).map((each) => ({ ...each, when: String(each.year) })),
    [by, funds],
  );
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 8, top: 24, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis' as const },
      xAxis: { type: 'category' as const, data: times.map(({ when }) => when) },
      yAxis: {
        type: 'value' as const,
        axisLabel: { formatter: (value: number) => shortMoney(String(value), language) },
      },
      series: [
        {
          name: text.raised,
          type: 'bar' as const,
          barMaxWidth: 48,
          data: times.map(({ raised }) => Number(raised.amount)),
          label: {
            show: by !== 'month',
            position: 'top' as const,
            formatter: ({ value }: { value?: unknown }) => shortMoney(String(value), language),
          },
        },
      ],
    }),
    [times, by, text, language],
  );
  const rows = times.map(({ when, raised, donationCount }) => [when, money(raised), count(donationCount)]);
  return (
    <Panel
      title={text.title}
      definition={text.definition}
      from={['donations']}
      answer={answer}
      height={300}
      className="funds-wide"
      extra={
        <Segmented
          aria-label={text.by}
          size="small"
          value={by ?? 'year'}
          options={[
            { value: 'year', label: text.year },
            { value: 'month', label: text.month },
          ]}
          onChange={(chosen) => onBy(chosen === 'month' ? 'month' : undefined)}
        />
      }
    >
      {times.length === 0 ? (
        <p className="empty">{text.empty}</p>
      ) : (
        <Picture
          option={option}
          height={260}
          twin={{
            caption: text.caption(nameOf(answer.data?.area)),
            columns: [text.when[by ?? 'year'], text.raised, text.donations],
            rows,
          }}
        />
      )}
    </Panel>
  );
}
