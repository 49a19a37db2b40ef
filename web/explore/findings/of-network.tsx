import { useAskNamed } from '../../kit/named.js';
import { partnerKinds } from '../../kit/codes.js';
import { count, percent } from '../../kit/format.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { ExploreBrokers, ExploreCommunities, ExploreRobustness } from '../../operations.js';
import { useNodeName, useTypeName } from '../node-types.js';
import { filterOf } from '../scene/filter.js';
import { type AnsweredNode, nodeOf } from '../scene/scene.js';
import type { Address } from '../use-address.js';
import { Finding, NodeLink } from './finding.js';

const texts = words(
  {
    brokers: '中介机构：介数最高的 20 个',
    brokersMeans:
      '介数：其他任意两个节点之间的最短路径有多大比例经过它（Brandes，0 到 1）。百分位：有多少节点低于它。',
    brokerColumns: ['名称', '类型', '介数', '百分位', '关系数'],
    cutPoints: '离开会让别人失联的节点',
    cutPointsMeans:
      '割点：去掉它，一部分机构就和其余部分断开。失联机构：与断开后最大的一部分失去联系的机构数。',
    cutColumns: ['名称', '类型', '失联机构', '关系数'],
    cutSummary: (points: number, bridges: number): string =>
      `共 ${points} 个割点，${bridges} 条唯一的联系（桥）。`,
    city: '全市的群体',
    cityMeans: '群体：内部联系多于外部联系的一组节点（Louvain，随机数固定）。模块度低于 0.3 时划分不可靠。',
    cityColumns: ['群体', '规模', '机构', '合作伙伴', '项目', '主要伙伴类型', '打开'],
    citySummary: (groups: number, modularity: string): string =>
      `共 ${groups} 个群体，模块度 ${modularity}。`,
    weak: '模块度低于 0.3，这些群体与随机划分差别不大。',
    open: '展开',
    close: '收起',
  },
  {
    brokers: 'Brokers: the 20 with most betweenness',
    brokersMeans:
      'Betweenness: the share of shortest paths between any two others that lead over it (Brandes, 0 to 1). Percentile: how many nodes have less.',
    brokerColumns: ['Name', 'Kind', 'Betweenness', 'Percentile', 'Relations'],
    cutPoints: 'Nodes whose leaving cuts others off',
    cutPointsMeans:
      'Without such a node some organizations lose contact with the rest. Cut off: organizations that lose contact with the greatest part that is left.',
    cutColumns: ['Name', 'Kind', 'Organizations cut off', 'Relations'],
    cutSummary: (points: number, bridges: number): string =>
      `${points} such nodes, and ${bridges} relations that alone connect two parts (bridges).`,
    city: 'Communities of the city',
    cityMeans:
      'A community: nodes that are tied with each other more than with others (Louvain, with a fixed random number). Below a modularity of 0.3 they mean little.',
    cityColumns: ['Community', 'Size', 'Organizations', 'Partners', 'Projects', 'Most partners are', 'Open'],
    citySummary: (groups: number, modularity: string): string =>
      `${groups} communities, modularity ${modularity}.`,
    weak: 'The modularity is below 0.3: these communities are hardly more than chance.',
    open: 'Open',
    close: 'Close',
  },
);

interface Props {
  address: Address;
}

function useNodeCells(address: Address) {
  const name = useNodeName();
  const type = useTypeName();
  return (answered: AnsweredNode) => {
    const node = nodeOf(answered);
    return [<NodeLink key="name" id={node.id} name={name(node)} address={address} />, type(node.type)];
  };
}

/** Who brokers between others. */
export function Brokers({ address }: Props) {
  const text = useWords(texts);
  const cells = useNodeCells(address);
  const answer = useAskNamed(ExploreBrokers, { filter: filterOf(address.search) });
  const rows = (answer.data?.brokers ?? []).map((node) => ({
    key: node.id,
    cells: [
      ...cells(node),
      node.betweenness.toFixed(3),
      percent(node.betweennessPercentile),
      count(node.degree),
    ],
  }));
  return (
    <Finding
      title={text.brokers}
      definition={text.brokersMeans}
      answer={answer}
      address={address}
      columns={text.brokerColumns}
      numbers={[2, 3, 4]}
      rows={rows}
    />
  );
}

/** Whose leaving cuts others off. */
export function CutPoints({ address }: Props) {
  const text = useWords(texts);
  const cells = useNodeCells(address);
  const answer = useAskNamed(ExploreRobustness, { filter: filterOf(address.search) });
  const found = answer.data?.linkRobustness;
  const rows = (found?.cutPoints ?? []).map(({ node, organizationsCutOff }) => ({
    key: node.id,
    cells: [...cells(node), count(organizationsCutOff), count(node.degree)],
  }));
  return (
    <Finding
      title={text.cutPoints}
      definition={text.cutPointsMeans}
      answer={answer}
      address={address}
      summary={found == null ? undefined : text.cutSummary(found.cutPointCount, found.bridgeCount)}
      columns={text.cutColumns}
      numbers={[2, 3]}
      rows={rows}
    />
  );
}

/** Which communities there are; each can be opened in the picture. */
export function Communities({ address }: Props) {
  const text = useWords(texts);
  const name = useNodeName();
  const kind = useLabels(partnerKinds);
  const { search, change } = address;
  const answer = useAskNamed(ExploreCommunities, { filter: filterOf(search) });
  const found = answer.data?.linkCommunities;
  const open = search.open ?? [];
  const toggle = (id: string) => {
    const next = open.includes(id) ? open.filter((each) => each !== id) : [...open, id];
    change({ open: next.length === 0 ? undefined : next });
  };
  const rows = (found?.communities ?? []).map((each) => {
    const [first] = each.greatest;
    const id = String(each.community);
    const label = first?.organization?.name ?? first?.partner?.name ?? first?.project?.name ?? null;
    return {
      key: id,
      cells: [
        name({ kind: 'COMMUNITY', name: label, id }),
        ...[each.size, each.organizations, each.partners, each.projects].map(count),
        each.topPartnerKind == null ? '–' : kind(each.topPartnerKind),
        <button
          key="open"
          type="button"
          className="plain"
          aria-pressed={open.includes(id)}
          onClick={() => toggle(id)}
        >
          {open.includes(id) ? text.close : text.open}
        </button>,
      ],
    };
  });
  return (
    <Finding
      title={text.city}
      definition={text.cityMeans}
      answer={answer}
      address={address}
      summary={
        found == null ? undefined : (
          <>
            {text.citySummary(found.communityCount, found.modularity?.toFixed(2) ?? '–')}{' '}
            {found.isWeak && text.weak}
          </>
        )
      }
      columns={text.cityColumns}
      numbers={[1, 2, 3, 4]}
      rows={rows}
    />
  );
}
