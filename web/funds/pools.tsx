import { FundingPools, type FundingPoolsQuery } from '../operations.js';
import { useAsk } from '../kit/ask.js';
import { fundingPoolKinds } from '../kit/codes.js';
import { percent } from '../kit/format.js';
import { Notice } from '../kit/notice.js';
import { Panel } from '../kit/panel.js';
import { useLabels, useName, useWords, words } from '../kit/words.js';
import { shareOf, useMoney } from './money.js';
import { Table } from './table.js';

const texts = words(
  {
    title: '资金池',
    definition:
      '枢纽登记的全部资金池，不随地区和期间变化。可用 = 预算 − 已立项，永不为负（R-POOL-01）；条中深色为已拨付，浅色为已立项未拨付。',
    columns: ['资金池', '适用地区', '预算', '已立项', '已拨付', '可用', '使用情况'],
    everywhere: '不限地区',
    between: '、',
    used: (share: string): string => `已立项 ${share}`,
    max: (money: string): string => `单项最多 ${money}`,
    empty: '还没有登记资金池。',
  },
  {
    title: 'Funding pools',
    definition:
      'Every pool on record, whatever the area and period. Available is the budget less what is awarded, and never negative (R-POOL-01). In the bar, dark is paid out and light is awarded and not yet paid.',
    columns: ['Pool', 'For', 'Budget', 'Awarded', 'Disbursed', 'Available', 'Use'],
    everywhere: 'everywhere',
    between: ', ',
    used: (share: string): string => `${share} awarded`,
    max: (money: string): string => `at most ${money} each`,
    empty: 'No funding pool is on record yet.',
  },
);

/** The pools from which organizations are granted money, and what is left in each. */
export function Pools() {
  const { title, definition, columns, empty } = useWords(texts);
  const answer = useAsk(FundingPools, {});
  const pools = answer.data?.fundingPools;
  return (
    <Panel
      title={title}
      definition={definition}
      from={['donations']}
      answer={answer}
      height={240}
      className="funds-wide"
    >
      {answer.data === undefined && <Notice answer={answer} />}
      {pools?.length === 0 && <p className="empty">{empty}</p>}
      {pools != null && pools.length > 0 && (
        <Table
          caption={title}
          columns={columns.map((label, at) => ({ label, isNumber: at >= 2 && at <= 5 }))}
        >
          {pools.map((pool) => (
            <Row key={pool.id} pool={pool} />
          ))}
        </Table>
      )}
    </Panel>
  );
}

function Row({ pool }: { pool: FundingPoolsQuery['fundingPools'][number] }) {
  const { everywhere, between, used, max } = useWords(texts);
  const label = useLabels(fundingPoolKinds);
  const nameOf = useName();
  const money = useMoney();
  const { areas, budget, awarded, disbursed, available, perGrantMax } = pool;
  const [paid, granted] = [shareOf(disbursed, budget), shareOf(awarded, budget)];
  return (
    <tr>
      <th scope="row" className="funds-name">
        {pool.name}
        <p className="quiet">{label(pool.kind)}</p>
        {perGrantMax !== null && <p className="quiet">{max(money(perGrantMax))}</p>}
      </th>
      <td>
        {areas.length === 0
          ? everywhere
          : areas.map((area) => nameOf(area?.name === undefined ? null : area)).join(between)}
      </td>
      {[budget, awarded, disbursed, available].map((sum, at) => (
        <td key={at} className="number">
          {money(sum)}
        </td>
      ))}
      <td>
        <div className="funds-bar" aria-hidden="true">
          <span className="funds-fill cash" style={{ width: `${paid * 100}%` }} />
          <span className="funds-fill light" style={{ width: `${Math.max(0, granted - paid) * 100}%` }} />
        </div>
        {used(percent(granted))}
      </td>
    </tr>
  );
}
