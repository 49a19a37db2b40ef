import { useMemo, useState } from 'react';
import { donationKinds } from '../kit/codes.js';
import { amount, shortMoney } from '../kit/format.js';
import { Panel } from '../kit/panel.js';
import { Picture } from '../kit/picture.js';
import { useLabels, useLanguage, useWords, words } from '../kit/words.js';
import type { OverviewAnswer, OverviewArea } from './overview.js';

const texts = words(
  {
    title: '募集资金',
    definition: '按收到日期：现金，和按公允价值计的物资；退款前。没有收支的月份不列出。来源：捐赠账簿。',
    by: '按',
    year: '年',
    month: '月',
    columns: ['期间', '现金（元）', '物资（元）', '退款（元）'],
    empty: '本地区在所选年份没有收到捐赠。',
  },
  {
    title: 'Funds raised',
    definition:
      'By the day of receipt: cash, and goods at fair value; before refunds. Months without any are left out. Source: the ledger of donations.',
    by: 'By',
    year: 'year',
    month: 'month',
    columns: ['Time', 'Cash (CNY)', 'In kind (CNY)', 'Refunded (CNY)'],
    empty: 'Nothing was received in this area in the years chosen.',
  },
);

interface Bar {
  time: string;
  cash: string;
  inKind: string;
  refunded: string;
}

type Funds = OverviewArea['funds'];

const barsOf = ({ byYear, byMonth }: Funds, isByMonth: boolean): Bar[] =>
  (isByMonth
    ? byMonth.map((each) => ({ ...each, time: each.month }))
    : byYear.map((each) => ({ ...each, time: String(each.year) }))
  ).map(({ time, raisedCash, raisedInKind, refunded }) => ({
    time,
    cash: raisedCash.amount,
    inKind: raisedInKind.amount,
    refunded: refunded.amount,
  }));

/** What was raised when, in cash and in kind. */
export function Raised({ answer, height = 220 }: { answer: OverviewAnswer; height?: number }) {
  const { title, definition, by, year, month, empty } = useWords(texts);
  const [isByMonth, setByMonth] = useState(false);
  const funds = answer.data?.area?.funds as Funds | null | undefined;
  const bars = funds ? barsOf(funds, isByMonth) : null;
  const choice = (
    <span role="group" aria-label={by} className="twin-switch">
      <button type="button" aria-pressed={!isByMonth} onClick={() => setByMonth(false)}>
        {year}
      </button>
      <button type="button" aria-pressed={isByMonth} onClick={() => setByMonth(true)}>
        {month}
      </button>
    </span>
  );
  return (
    <Panel
      title={title}
      definition={definition}
      from={['donations']}
      answer={answer}
      height={height}
      extra={choice}
    >
      {bars?.length === 0 && <p className="empty">{empty}</p>}
      {bars !== null && bars.length > 0 && <RaisedPicture bars={bars} height={height} />}
    </Panel>
  );
}

function RaisedPicture({ bars, height }: { bars: readonly Bar[]; height: number }) {
  const { title, columns } = useWords(texts);
  const kind = useLabels(donationKinds);
  const language = useLanguage();
  const option = useMemo(() => {
    const series = (name: string, values: string[]) => ({
      type: 'bar' as const,
      stack: 'raised',
      name,
      // A height is drawn, which a floating-point number is good enough for; the exact amounts are in the table.
      data: values.map(Number),
      barMaxWidth: 40,
    });
    return {
      legend: { bottom: 0 },
      grid: { left: 8, right: 16, top: 16, bottom: 36, outerBoundsMode: 'same' as const },
      tooltip: {
        trigger: 'axis' as const,
        valueFormatter: (value: unknown) => amount(Number(value).toFixed(2)),
      },
      xAxis: { type: 'category' as const, data: bars.map(({ time }) => time) },
      yAxis: {
        type: 'value' as const,
        axisLabel: { formatter: (value: number) => shortMoney(String(value), language) },
      },
      series: [
        series(
          kind('CASH'),
          bars.map(({ cash }) => cash),
        ),
        series(
          kind('IN_KIND'),
          bars.map(({ inKind }) => inKind),
        ),
      ],
    };
  }, [bars, language]);
  const rows = bars.map(({ time, cash, inKind, refunded }) => [
    time,
    amount(cash),
    amount(inKind),
    amount(refunded),
  ]);
  return <Picture option={option} twin={{ caption: title, columns, rows }} height={height} />;
}
