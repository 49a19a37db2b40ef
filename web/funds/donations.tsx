import { Donations as DonationsOperation, type DonationsQuery } from '../operations.js';
import { useAsk } from '../kit/ask.js';
import { donationKinds, donationStatuses } from '../kit/codes.js';
import { count } from '../kit/format.js';
import { NextPages } from '../kit/next-pages.js';
import { Notice } from '../kit/notice.js';
import { Panel } from '../kit/panel.js';
import { useViewer } from '../kit/viewer.js';
import { useLabels, useWords, words } from '../kit/words.js';
import { useMoney } from './money.js';
import { Table } from './table.js';

const texts = words(
  {
    title: '捐赠明细',
    definition:
      '枢纽登记的全部捐赠，最早登记的在前，不随地区和期间变化。匿名捐赠人对任何人都不显示姓名（R-FND-13）。',
    forbidden: '只有财务和管理员可以看捐赠明细。请用这些角色登录。',
    total: (number: string): string => `共 ${number} 笔`,
    columns: ['日期', '捐赠人', '类别', '状态', '金额', '已退还', '票据号'],
    anonymous: '匿名',
    empty: '还没有登记捐赠。',
  },
  {
    title: 'Donations',
    definition:
      'Every donation on record, oldest record first, whatever the area and period. Nobody is shown who gave anonymously (R-FND-13).',
    forbidden: 'Only finance and administrators may see single donations. Sign in with one of these roles.',
    total: (number: string): string => `${number} in all`,
    columns: ['Day', 'Donor', 'Kind', 'State', 'Amount', 'Refunded', 'Receipt'],
    anonymous: 'Anonymous',
    empty: 'No donation is on record yet.',
  },
);

/** Every donation, for those who keep the books. */
export function Donations() {
  const { title, definition, forbidden, total, columns, empty } = useWords(texts);
  const mayRead = useViewer().is('finance', 'admin');
  const variables = { first: 20 };
  const answer = useAsk(DonationsOperation, variables, { pause: !mayRead });
  const page = answer.data?.donations;
  if (!mayRead)
    return (
      <Panel title={title} from={[]} answer={answer} className="funds-wide">
        <p className="empty">{forbidden}</p>
      </Panel>
    );
  return (
    <Panel
      title={title}
      definition={definition}
      from={['donations']}
      answer={answer}
      height={240}
      className="funds-wide"
      extra={page == null ? undefined : <span className="quiet">{total(count(page.totalCount))}</span>}
    >
      {answer.data === undefined && <Notice answer={answer} />}
      {page?.nodes.length === 0 && <p className="empty">{empty}</p>}
      {page != null && page.nodes.length > 0 && (
        <Table
          caption={title}
          columns={columns.map((label, at) => ({ label, isNumber: at === 4 || at === 5 }))}
        >
          <Rows nodes={page.nodes} />
          <NextPages
            document={DonationsOperation}
            variables={variables}
            pageOf={(data) => data.donations}
            behind={page}
            shown={page.nodes.length}
            columns={columns.length}
          >
            {(nodes) => <Rows nodes={nodes} />}
          </NextPages>
        </Table>
      )}
    </Panel>
  );
}

function Rows({ nodes }: { nodes: DonationsQuery['donations']['nodes'] }) {
  const { anonymous } = useWords(texts);
  const kindOf = useLabels(donationKinds);
  const statusOf = useLabels(donationStatuses);
  const money = useMoney();
  return nodes.map((donation) => (
    <tr key={donation.id}>
      <td>{donation.receivedOn}</td>
      <td>{donation.anonymous ? anonymous : (donation.donorName ?? '—')}</td>
      <td>{kindOf(donation.kind)}</td>
      <td>{statusOf(donation.status)}</td>
      <td className="number">{money(donation.amount)}</td>
      <td className="number">{money(donation.refunded)}</td>
      <td>{donation.receiptNumber ?? '—'}</td>
    </tr>
  ));
}
