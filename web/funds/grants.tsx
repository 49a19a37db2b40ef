import { FundGrants, type FundGrantsQuery } from '../operations.js';
import { grantStatuses } from '../kit/codes.js';
import { lastDay } from '../kit/format.js';
import { useLabels, useName, useWords, words } from '../kit/words.js';
import { ListByStatus } from './list-by-status.js';
import { useMoney } from './money.js';
import { type GrantStatus, grantStates } from './search.js';

const texts = words(
  {
    title: '资助',
    definition: '资金池给所选地区机构的资助，不随期间变化；申请中的金额是申请额，其余是立项额。',
    status: '资助状态',
    all: '全部状态',
    total: (number: string): string => `共 ${number} 项`,
    columns: ['机构', '资金池', '状态', '金额', '已拨付', '立项日期', '起止'],
    from: (day: string): string => `${day} 起`,
    days: (first: string, last: string): string => `${first} 至 ${last}`,
    empty: '所选地区没有这些状态的资助。请换一个地区或状态。',
  },
  {
    title: 'Grants',
    definition:
      'What pools gave to organizations of this area, whatever the period; the amount is what was applied for while it is only an application, and else what was awarded.',
    status: 'State of the grants',
    all: 'All states',
    total: (number: string): string => `${number} in all`,
    columns: ['Organization', 'Pool', 'State', 'Amount', 'Disbursed', 'Awarded on', 'Runs'],
    from: (day: string): string => `from ${day}`,
    days: (first: string, last: string): string => `${first} to ${last}`,
    empty: 'No grant of this area is in these states. Choose another area or state.',
  },
);

export interface GrantsProps {
  area: string;
  states: GrantStatus[] | undefined;
  onStates(states: GrantStatus[] | undefined): void;
}

/** What organizations were granted from pools, and how much of it is paid. */
export function Grants({ area, states, onStates }: GrantsProps) {
  return (
    <ListByStatus
      text={useWords(texts)}
      height={200}
      document={FundGrants}
      variables={{ area, status: states ?? null, first: 20 }}
      pageOf={(data) => data.grants}
      figures={[3, 4]}
      states={grantStates}
      chosen={states}
      labelOf={useLabels(grantStatuses)}
      onChange={onStates}
    >
      {(nodes) => <Rows nodes={nodes} />}
    </ListByStatus>
  );
}

function Rows({ nodes }: { nodes: FundGrantsQuery['grants']['nodes'] }) {
  const { from, days } = useWords(texts);
  const label = useLabels(grantStatuses);
  const nameOf = useName();
  const money = useMoney();
  const runs = (first: string | null, end: string | null) => {
    if (first === null) return '—';
    return end === null ? from(first) : days(first, lastDay(end));
  };
  return nodes.map((grant) => (
    <tr key={grant.id}>
      <th scope="row" className="funds-name">
        {nameOf(grant.organization)}
        {grant.project !== null && <p className="quiet">{nameOf(grant.project)}</p>}
      </th>
      <td>{grant.pool.name}</td>
      <td>{label(grant.status)}</td>
      <td className="number">{money(grant.amount)}</td>
      <td className="number">{money(grant.disbursed)}</td>
      <td>{grant.awardedOn ?? '—'}</td>
      <td>{runs(grant.startsOn, grant.endsOn)}</td>
    </tr>
  ));
}
