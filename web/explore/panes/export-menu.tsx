import { useState } from 'react';
import { csvOf, saveAs } from '../../kit/files.js';
import { bearer } from '../../kit/session.js';
import { refusalWords } from '../../kit/refusal.js';
import { useWords, words } from '../../kit/words.js';
import type { Drawing } from '../canvas/drawing.js';
import { useNodeName, useTypeName } from '../node-types.js';
import { filterOf } from '../scene/filter.js';
import type { SceneAnswer } from '../scene/use-scene.js';
import type { ExploreSearch } from '../search.js';

const texts = words(
  {
    title: '导出',
    picture: '图片（PNG）',
    drawnNodes: '画面节点（CSV）',
    drawnEdges: '画面关系（CSV）',
    gexf: '全网 GEXF',
    graphml: '全网 GraphML',
    nodes: '全网节点（CSV）',
    edges: '全网关系（CSV）',
    whole: '“全网”指筛选条件下的整个网络，由服务器生成。',
    busy: '正在生成……',
    done: '已下载。',
    failed: '没有导出成功。',
    caption: (at: string, version: string): string => `链接枢纽 · ${at} · 数据版本 ${version}`,
    node: ['编号', '名称', '类型', '地区', '关系数', '介数', '群体'],
    edge: ['一方', '另一方', '关系', '次数', '开始', '结束（不含）'],
  },
  {
    title: 'Export',
    picture: 'Picture (PNG)',
    drawnNodes: 'Nodes drawn (CSV)',
    drawnEdges: 'Relations drawn (CSV)',
    gexf: 'Whole network, GEXF',
    graphml: 'Whole network, GraphML',
    nodes: 'Whole network, nodes (CSV)',
    edges: 'Whole network, relations (CSV)',
    whole: 'The whole network is all that the filters leave; the hub writes it.',
    busy: 'Being made…',
    done: 'Downloaded.',
    failed: 'It could not be exported.',
    caption: (at: string, version: string): string => `Linkage Hub · ${at} · data version ${version}`,
    node: ['Id', 'Name', 'Kind', 'Area', 'Relations', 'Betweenness', 'Community'],
    edge: ['One side', 'Other side', 'Relation', 'Times', 'From', 'To (exclusive)'],
  },
);

/** What the hub writes of the network that the filters leave. */
const files = {
  gexf: 'network.gexf',
  graphml: 'network.graphml',
  nodes: 'network/nodes.csv',
  edges: 'network/edges.csv',
} as const;

const addressOf = (path: string, search: ExploreSearch) => {
  const narrowed = Object.entries(filterOf(search)).map(([name, value]) => [name, String(value)]);
  return `/exports/${path}?${new URLSearchParams(narrowed as [string, string][])}`;
};

export interface ExportMenuProps {
  search: ExploreSearch;
  answer: SceneAnswer;
  drawing: Drawing | null;
}

/** Saves the picture, what is drawn, or the whole network. */
export function ExportMenu({ search, answer, drawing }: ExportMenuProps) {
  const text = useWords(texts);
  const refusals = useWords(refusalWords);
  const drawn = useDrawnTables(answer, search);
  const [state, setState] = useState('');
  const run = (make: () => Promise<void>) => {
    setState(text.busy);
    make().then(
      () => setState(text.done),
      (error: unknown) =>
        setState(error instanceof Refused ? (refusals[error.code] ?? text.failed) : text.failed),
    );
  };
  const caption = text.caption(stamp(), answer.facts?.dataVersion.slice(0, 12) ?? '–');
  const isEmpty = answer.scene.nodes.size === 0;
  const savePicture = async () => saveAs(`network-${stamp()}.png`, await (drawing as Drawing).toPng(caption));
  return (
    <details className="explore-export">
      <summary>{text.title}</summary>
      <div>
        <ul>
          <Item label={text.picture} isOff={drawing === null || isEmpty} onClick={() => run(savePicture)} />
          <Item label={text.drawnNodes} isOff={isEmpty} onClick={() => run(drawn.nodes)} />
          <Item label={text.drawnEdges} isOff={isEmpty} onClick={() => run(drawn.edges)} />
          {(['gexf', 'graphml', 'nodes', 'edges'] as const).map((each) => (
            <Item
              key={each}
              label={text[each]}
              onClick={() => run(() => download(addressOf(files[each], search)))}
            />
          ))}
        </ul>
        <p className="quiet">{text.whole}</p>
        <p role="status">{state}</p>
      </div>
    </details>
  );
}

function Item({ label, isOff = false, onClick }: { label: string; isOff?: boolean; onClick(): void }) {
  return (
    <li>
      <button type="button" className="plain" disabled={isOff} onClick={onClick}>
        {label}
      </button>
    </li>
  );
}

const stamp = () => new Date().toISOString().slice(0, 16).replace('T', ' ');

/** Yields what saves the tables of what is drawn; each says at its end what was asked, when and of which data. */
function useDrawnTables({ scene, facts }: SceneAnswer, search: ExploreSearch) {
  const { node: nodeColumns, edge: edgeColumns, caption } = useWords(texts);
  const name = useNodeName();
  const type = useTypeName();
  const end = [[caption(stamp(), facts?.dataVersion ?? '–'), JSON.stringify(search)]];
  const nodes = () =>
    [...scene.nodes.values()].map((node) => [
      ...[node.id, name(node), type(node.type), node.area, node.degree, node.betweenness, node.community],
    ]);
  const edges = () =>
    scene.edges.map(({ source, target, kind, weight, validFrom, validTo }) => [
      ...[source, target, kind, weight, validFrom, validTo],
    ]);
  return {
    nodes: async () => saveAs('nodes.csv', await csvOf([nodeColumns, ...nodes(), ...end])),
    edges: async () => saveAs('edges.csv', await csvOf([edgeColumns, ...edges(), ...end])),
  };
}

class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Downloads what the hub writes, under the name that it gives. */
async function download(address: string): Promise<void> {
  const answer = await fetch(address, { headers: bearer() });
  if (!answer.ok) {
    const told = (await answer.json()) as { errors?: { extensions?: { code?: string } }[] };
    throw new Refused(told.errors?.[0]?.extensions?.code ?? 'INTERNAL');
  }
  const [, named] = /filename="?([^";]+)/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  saveAs(named ?? address.split(/[/?]/).slice(2, -1).join('-'), await answer.blob());
}
