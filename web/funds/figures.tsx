import type { FundsOverviewQuery } from '../operations.js';
import type { Answer } from '../kit/ask.js';
import { Definition } from '../kit/definition.js';
import { count } from '../kit/format.js';
import { Panel } from '../kit/panel.js';
import { useWords, words } from '../kit/words.js';
import { useMoney } from './money.js';
import { Shares } from './shares.js';

const texts = words(
  {
    title: '资金总览',
    definition: '全部来自捐赠账本，精确到分。地区包括下级地区；期间按到账、退还、立项或拨付的日期计算。',
    raised: ['募集净额', '已到账的现金与物资，减去退还的部分；承诺不计入（R-FND-14）。'],
    raisedCash: ['现金', '已到账的现金，未减退还。'],
    raisedInKind: ['物资', '已到账物资的公允价值，未减退还；不能计价的物资不计入（R-VAL-01）。'],
    pledged: ['承诺未到账', '已承诺但还没有到账；不计入募集净额（R-FND-14）。'],
    refunded: ['已退还', '退还给捐赠人的部分，按退还日期计入。'],
    granted: ['已立项资助', '资金池已批给机构的金额。'],
    disbursed: ['已拨付', '已批资助中实际付出的金额。'],
    donationCount: ['捐赠笔数', '已到账的捐赠笔数。'],
    donorCount: ['捐赠人数', '不同的捐赠人；每笔匿名捐赠各计一人。'],
  } satisfies Record<string, string | [string, string]>,
  {
    title: 'Funds at a glance',
    definition:
      'All from the ledger of donations, exact to the fen. An area includes what lies below it; a period goes by the day of receipt, refund, award or payment.',
    raised: ['Raised, net', 'Received in cash and in kind, less refunds; pledges do not count (R-FND-14).'],
    raisedCash: ['Cash', 'Received in cash, before refunds.'],
    raisedInKind: [
      'In kind',
      'Received in kind at fair value, before refunds; goods that cannot be valued do not count (R-VAL-01).',
    ],
    pledged: ['Pledged', 'Promised and not received yet; not part of what was raised (R-FND-14).'],
    refunded: ['Refunded', 'Given back to donors, on the day of the refund.'],
    granted: ['Granted', 'Awarded to organizations from funding pools.'],
    disbursed: ['Disbursed', 'Paid out of what was granted.'],
    donationCount: ['Donations', 'Donations received.'],
    donorCount: ['Donors', 'Different donors; each anonymous gift counts as a donor of its own.'],
  },
);

const sums = ['raised', 'raisedCash', 'raisedInKind', 'pledged', 'refunded', 'granted', 'disbursed'] as const;
const counts = ['donationCount', 'donorCount'] as const;

/** Every sum of an area and period, each with what it means. */
export function Figures({ answer }: { answer: Answer<FundsOverviewQuery> }) {
  const text = useWords(texts);
  const money = useMoney();
  const funds = answer.data?.area?.funds;
  const figures = [
    ...sums.map((name) => ({ name, value: money(funds?.[name]) })),
    ...counts.map((name) => ({ name, value: funds == null ? '—' : count(funds[name]) })),
  ];
  return (
    <Panel
      title={text.title}
      definition={text.definition}
      from={['donations']}
      answer={answer}
      height={180}
      className="funds-wide"
    >
      <dl className="funds-figures">
        {figures.map(({ name, value }) => (
          <div key={name} className={name === 'raised' ? 'funds-main' : ''}>
            <dt>
              {text[name][0]} <Definition of={text[name][0] ?? name} text={text[name][1] ?? ''} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Shares
        parts={[
          { name: text.raisedCash[0] ?? '', money: funds?.raisedCash, kind: 'cash' },
          { name: text.raisedInKind[0] ?? '', money: funds?.raisedInKind, kind: 'kind' },
          { name: text.pledged[0] ?? '', money: funds?.pledged, kind: 'pledged' },
        ]}
      />
    </Panel>
  );
}
