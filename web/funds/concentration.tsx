import { SingleSources } from '../operations.js';
import { useAsk } from '../kit/ask.js';
import { useViewer } from '../kit/viewer.js';
import { NextPages } from '../kit/next-pages.js';
import { Notice } from '../kit/notice.js';
import { Panel } from '../kit/panel.js';
import { useName, useWords, words } from '../kit/words.js';
import { BandText, figuresOf, type KnownConcentration } from './band-text.js';
import { OneConcentration } from './one-concentration.js';
import { Table } from './table.js';

const texts = words(
  {
    title: '资金集中度',
    definition:
      '赫芬达尔指数（HHI）：把每个出资方的份额平方后相加，再乘一万。只有一个出资方时为一万；出资方越多、越平均，指数越低。低于 1,000 为低，1,000 至 1,800 为中，高于 1,800 为高。每笔匿名捐赠各算一个出资方；不显示任何出资方的名称，分析员看到的是取整后的数。',
    plain:
      '指数越高，机构越依赖少数出资方：低于 1,000 为低，1,000 至 1,800 为中，高于 1,800 为高，10,000 表示只有一个出资方。',
    forbidden: '只有分析员、财务和管理员可以看资金集中度。请用这些角色登录。',
    single: '单一来源机构',
    singleText: '超过 60% 的资金来自同一个出资方：这个出资方一旦退出，机构就难以为继。',
    none: '所选地区和期间没有单一来源机构。',
    columns: ['机构', 'HHI', '集中度', '相当于几个同等出资方', '最大出资方占比'],
  },
  {
    title: 'Concentration of funding',
    definition:
      'The Herfindahl–Hirschman index (HHI): the squared shares of all funders, added up and multiplied by ten thousand. One funder alone makes 10,000; the more funders and the more equal, the lower. Below 1,000 is low, up to 1,800 moderate, above it high. Each anonymous gift is a funder of its own; no funder is named, and analysts see rounded figures.',
    plain:
      'The higher the index, the fewer funders an organization depends on: below 1,000 is low, up to 1,800 moderate, above it high; 10,000 is a single funder.',
    forbidden:
      'Only analysts, finance and administrators may see how concentrated funding is. Sign in with one of these roles.',
    single: 'Organizations with a single source',
    singleText:
      'More than 60% of their funding came from one funder: should that one leave, they can hardly go on.',
    none: 'No organization of this area and period depends on a single source.',
    columns: ['Organization', 'HHI', 'Concentration', 'As many equal funders', 'Largest funder'],
  },
);

export interface ConcentrationProps {
  area: string;
  days: { from: string; to: string } | null;
  organization: string | undefined;
  onOrganization(organization: string | undefined): void;
}

/** On how few funders organizations depend, for who may know. */
export function Concentration(props: ConcentrationProps) {
  const { title, definition, plain, forbidden, single, singleText, none, columns } = useWords(texts);
  const mayRead = useViewer().is('analyst', 'finance', 'admin');
  const variables = { area: props.area, period: props.days, first: 20 };
  const answer = useAsk(SingleSources, variables, { pause: !mayRead });
  const page = answer.data?.singleSourceOrganizations;
  if (!mayRead)
    return (
      <Panel title={title} definition={definition} from={[]} answer={answer}>
        <p className="empty">{forbidden}</p>
      </Panel>
    );
  return (
    <Panel title={title} definition={definition} from={['donations']} answer={answer} height={280}>
      {answer.data === undefined && <Notice answer={answer} />}
      <p className="quiet">{plain}</p>
      <OneConcentration {...props} />
      <h3>{single}</h3>
      <p className="quiet">{page?.nodes.length === 0 ? none : singleText}</p>
      {page != null && page.nodes.length > 0 && (
        <Table
          caption={single}
          columns={columns.map((label, at) => ({ label, isNumber: at !== 0 && at !== 2 }))}
        >
          <Rows nodes={page.nodes} />
          <NextPages
            document={SingleSources}
            variables={variables}
            pageOf={(data) => data.singleSourceOrganizations}
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

interface Row {
  id: string;
  name: string;
  nameEn: string | null;
  fundingConcentration: KnownConcentration | null;
}

function Rows({ nodes }: { nodes: readonly Row[] }) {
  const nameOf = useName();
  return nodes.map((node) => {
    const { hhi, funders, share } = figuresOf(node.fundingConcentration);
    return (
      <tr key={node.id}>
        <th scope="row">{nameOf(node)}</th>
        <td className="number">{hhi}</td>
        <td>
          <BandText concentration={node.fundingConcentration} />
        </td>
        <td className="number">{funders}</td>
        <td className="number">{share}</td>
      </tr>
    );
  });
}
