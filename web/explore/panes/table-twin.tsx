import { edgeKinds } from '../../kit/codes.js';
import { count, lastDay, percent } from '../../kit/format.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { useNodeName, useTypeName } from '../node-types.js';
import type { Scene } from '../scene/scene.js';
import type { SceneAnswer } from '../scene/use-scene.js';
import { type Tab, tabs } from '../search.js';
import type { Address } from '../use-address.js';
import { Rows } from './rows.js';

const texts = words(
  {
    title: '与图相同的表格',
    tabs: { nodes: '节点', edges: '关系', metrics: '指标' } as Record<Tab, string>,
    node: ['名称', '类型', '地区', '关系数', '介数', '群体'],
    edge: ['一方', '另一方', '关系', '次数', '开始', '最后一天', '变化'],
    metric: ['指标', '数值', '含义'],
    added: '新增',
    ended: '结束',
    group: (number: number): string => `群体 ${number}`,
    ongoing: '持续中',
    metrics: [
      ['画面中的节点', '当前画出的节点数；上限 500。'],
      ['画面中的关系', '当前画出的关系数；上限 1,500。'],
      ['全网节点', '筛选条件下的全部节点。'],
      ['全网关系', '筛选条件下的全部关系；两种关系算两条。'],
      ['密度', '所有可能的配对中，实际有关系的比例。'],
      ['互不相连的部分', '部分之间没有任何路径。'],
      ['模块度', '群体划分得多清楚；低于 0.3 时群体差别不大。'],
    ],
    empty: '画面中没有内容。选一个问题，或查找一个机构。',
    loading: '正在读取…',
  },
  {
    title: 'The picture as tables',
    tabs: { nodes: 'Nodes', edges: 'Relations', metrics: 'Measures' },
    node: ['Name', 'Kind', 'Area', 'Relations', 'Betweenness', 'Community'],
    edge: ['One side', 'Other side', 'Relation', 'Times', 'From', 'Last day', 'Change'],
    metric: ['Measure', 'Value', 'Meaning'],
    added: 'begun',
    ended: 'ended',
    group: (number: number): string => `Community ${number}`,
    ongoing: 'ongoing',
    metrics: [
      ['Nodes drawn', 'How many nodes are in the picture; at most 500.'],
      ['Relations drawn', 'How many relations are in the picture; at most 1,500.'],
      ['Nodes in all', 'All nodes that the filters leave.'],
      ['Relations in all', 'All relations that the filters leave; two kinds between two nodes are two.'],
      ['Density', 'Share of all possible pairs that are tied.'],
      ['Separate parts', 'Nothing connects one part with another.'],
      ['Modularity', 'How clearly the communities are set apart; below 0.3 hardly.'],
    ],
    empty: 'Nothing is drawn. Choose a question, or look for an organization.',
    loading: 'Being read…',
  },
);

export interface TableTwinProps {
  address: Address;
  answer: SceneAnswer;
}

/** The same as the picture, in tables: what is chosen in one is chosen in the other. */
export function TableTwin({ address: { search, look }, answer }: TableTwinProps) {
  const { title, tabs: names, empty, loading } = useWords(texts);
  const tab = search.tab ?? 'nodes';
  const { scene } = answer;
  return (
    <section className="panel explore-twin" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <div className="extra twin-switch" role="group" aria-label={title}>
          {tabs.map((each) => (
            <button key={each} type="button" aria-pressed={tab === each} onClick={() => look({ tab: each })}>
              {names[each]} {each === 'nodes' && scene.nodes.size}
              {each === 'edges' && scene.edges.length}
            </button>
          ))}
        </div>
      </header>
      {scene.nodes.size === 0 ? (
        <p className="empty">{answer.isLoading ? loading : empty}</p>
      ) : tab === 'nodes' ? (
        <Nodes scene={scene} selected={search.sel} onSelect={(sel) => look({ sel })} />
      ) : tab === 'edges' ? (
        <Edges scene={scene} selected={search.sel} onSelect={(sel) => look({ sel })} />
      ) : (
        <Metrics answer={answer} />
      )}
    </section>
  );
}

interface PartProps {
  scene: Scene;
  selected: string | undefined;
  onSelect(id: string): void;
}

function Nodes({ scene, selected, onSelect }: PartProps) {
  const { title, node: columns, group } = useWords(texts);
  const name = useNodeName();
  const type = useTypeName();
  const rows = [...scene.nodes.values()]
    .sort((one, other) => other.degree - one.degree)
    .map((node) => ({
      key: node.id,
      isSelected: node.id === selected,
      cells: [
        <Choice
          key="name"
          name={name(node)}
          isPressed={node.id === selected}
          onClick={() => onSelect(node.id)}
        />,
        type(node.type),
        node.area ?? '–',
        count(node.degree),
        node.betweenness === null ? '–' : node.betweenness.toFixed(3),
        node.community === null ? '–' : group(node.community + 1),
      ],
    }));
  return <Rows label={title} columns={columns} figures={[3, 4]} rows={rows} />;
}

function Edges({ scene, selected, onSelect }: PartProps) {
  const { title, edge: columns, added, ended, ongoing } = useWords(texts);
  const name = useNodeName();
  const kind = useLabels(edgeKinds);
  const side = (id: string) => {
    const node = scene.nodes.get(id);
    const text = node === undefined ? id.slice(0, 8) : name(node);
    return <Choice name={text} isPressed={id === selected} onClick={() => onSelect(id)} />;
  };
  const rows = scene.edges.map((edge) => ({
    key: edge.key,
    isSelected: edge.source === selected || edge.target === selected,
    cells: [
      side(edge.source),
      side(edge.target),
      kind(edge.kind),
      count(edge.weight),
      edge.validFrom ?? '–',
      edge.validTo === null ? ongoing : lastDay(edge.validTo),
      edge.change === 'added' ? `+ ${added}` : edge.change === 'ended' ? `− ${ended}` : '–',
    ],
  }));
  return <Rows label={title} columns={columns} figures={[3]} rows={rows} />;
}

function Metrics({ answer: { scene, facts } }: { answer: SceneAnswer }) {
  const { title, metric: columns, metrics } = useWords(texts);
  const values = [
    count(scene.nodes.size),
    count(scene.edges.length),
    count(scene.nodeCount),
    count(scene.edgeCount),
    facts === null ? '–' : percent(facts.density),
    facts === null ? '–' : count(facts.components),
    facts?.modularity?.toFixed(2) ?? '–',
  ];
  const rows = metrics.map(([label, meaning], at) => ({
    key: String(at),
    isSelected: false,
    cells: [label, values[at], meaning],
  }));
  return <Rows label={title} columns={columns} figures={[1]} rows={rows} />;
}

function Choice({ name, isPressed, onClick }: { name: string; isPressed: boolean; onClick(): void }) {
  return (
    <button type="button" className="explore-link" aria-pressed={isPressed} onClick={onClick}>
      {name}
    </button>
  );
}
