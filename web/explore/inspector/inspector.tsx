import { type Ref } from 'react';
import { percent } from '../../kit/format.js';
import { useWords, words } from '../../kit/words.js';
import { type Scene, type SceneNode } from '../scene/scene.js';
import { useNodeName, useTypeName } from '../node-types.js';
import { Sign } from '../panes/legend.js';
import type { Address } from '../use-address.js';
import { OrganizationFacts, PartnerFacts, ProjectFacts } from './facts.js';

const texts = words(
  {
    title: '详情',
    advice: '点选一个节点，这里显示它的情况、指标、联系和建议。',
    expand: '展开邻居',
    expandMore: (count: number): string => `展开（+ 还有 ${count} 个邻居）`,
    start: '作为起点 A',
    end: '作为终点 B',
    hide: '隐藏',
    open: '展开群体',
    degree: (count: number): string => `${count} 条关系`,
    degreeMeans: '与它直接相连的节点数。',
    betweenness: (value: string): string => `介数 ${value}`,
    betweennessMeans: (share: string): string => `全网 ${share} 的最短路径经过它。`,
    percentile: (share: string): string => `介数高于 ${share} 的节点。`,
    community: (number: number): string => `群体 ${number}`,
    communityMeans: '同一群体的节点彼此联系更多；1 是最大的群体。',
    unmeasured: '网络太大或尚未算完，没有介数和群体。',
    members: (count: number): string => `${count} 个成员`,
    absent: '所选节点不在当前画面中（被筛选、隐藏，或没有任何关系）。',
  },
  {
    title: 'Inspector',
    advice: 'Select a node to see its facts, measures, relations and suggestions.',
    expand: 'Expand',
    expandMore: (count: number): string =>
      `Expand (+ ${count} more ${count === 1 ? 'neighbour' : 'neighbours'})`,
    start: 'As start A',
    end: 'As end B',
    hide: 'Hide',
    open: 'Open the community',
    degree: (count: number): string => `${count} ${count === 1 ? 'relation' : 'relations'}`,
    degreeMeans: 'How many nodes it is directly tied with.',
    betweenness: (value: string): string => `Betweenness ${value}`,
    betweennessMeans: (share: string): string => `${share} of all shortest paths lead over it.`,
    percentile: (share: string): string => `More than ${share} of the nodes.`,
    community: (number: number): string => `Community ${number}`,
    communityMeans: 'Nodes of a community are tied with each other more than with others; 1 is the largest.',
    unmeasured: 'No betweenness and no community: the network is too large, or not yet measured.',
    members: (count: number): string => `${count} members`,
    absent: 'The selected node is not in the picture: filtered out, hidden, or tied to nobody.',
  },
);

export interface InspectorProps {
  address: Address;
  scene: Scene;
  /** How many of its neighbours are not drawn. */
  moreOf(node: SceneNode): number;
  expand(id: string): void;
  hide(id: string): void;
  heading: Ref<HTMLHeadingElement>;
}

/** Everything about the selected node. */
export function Inspector({ address, scene, moreOf, expand, hide, heading }: InspectorProps) {
  const text = useWords(texts);
  const name = useNodeName();
  const type = useTypeName();
  const { search } = address;
  const node = search.sel === undefined ? undefined : scene.nodes.get(search.sel);
  if (node === undefined)
    return (
      <section className="panel" aria-label={text.title}>
        <header>
          <h2 ref={heading} tabIndex={-1}>
            {text.title}
          </h2>
        </header>
        <p className="quiet">{search.sel === undefined ? text.advice : text.absent}</p>
      </section>
    );
  return (
    <section className="panel explore-inspector" aria-label={text.title}>
      <header>
        <Sign type={node.type} />
        <h2 ref={heading} tabIndex={-1}>
          {name(node)}
        </h2>
      </header>
      <p className="quiet">{[type(node.type), node.area].filter((each) => each !== null).join(' · ')}</p>
      <Actions address={address} node={node} more={moreOf(node)} expand={expand} hide={hide} />
      {node.kind === 'COMMUNITY' ? <p>{text.members(node.degree)}</p> : <Measures node={node} />}
      {node.kind === 'ORGANIZATION' && <OrganizationFacts id={node.id} address={address} />}
      {node.kind === 'PARTNER' && <PartnerFacts id={node.id} address={address} />}
      {node.kind === 'PROJECT' && <ProjectFacts id={node.id} address={address} />}
    </section>
  );
}

interface ActionsProps extends Pick<InspectorProps, 'address' | 'expand' | 'hide'> {
  node: SceneNode;
  more: number;
}

function Actions({ address: { search, change }, node, more, expand, hide }: ActionsProps) {
  const text = useWords(texts);
  if (node.kind === 'COMMUNITY')
    return (
      <p className="explore-row">
        <button type="button" className="plain" onClick={() => expand(node.id)}>
          {text.open}
        </button>
      </p>
    );
  return (
    <p className="explore-row">
      <button type="button" className="plain" onClick={() => expand(node.id)}>
        {more > 0 ? text.expandMore(more) : text.expand}
      </button>
      <button
        type="button"
        className="plain"
        aria-pressed={search.a === node.id}
        onClick={() => change({ a: node.id, way: undefined })}
      >
        {text.start}
      </button>
      <button
        type="button"
        className="plain"
        aria-pressed={search.b === node.id}
        onClick={() => change({ b: node.id, way: undefined })}
      >
        {text.end}
      </button>
      <button type="button" className="plain" onClick={() => hide(node.id)}>
        {text.hide}
      </button>
    </p>
  );
}

function Measures({ node: { degree, betweenness, percentile, community } }: { node: SceneNode }) {
  const text = useWords(texts);
  return (
    <dl className="explore-measures">
      <dt>{text.degree(degree)}</dt>
      <dd>{text.degreeMeans}</dd>
      {betweenness !== null && (
        <>
          <dt>{text.betweenness(betweenness.toFixed(2))}</dt>
          <dd>
            {text.betweennessMeans(percent(betweenness))}{' '}
            {percentile !== null && percentile > 0 && text.percentile(percent(percentile))}
          </dd>
        </>
      )}
      {community !== null && (
        <>
          <dt>{text.community(community + 1)}</dt>
          <dd>{text.communityMeans}</dd>
        </>
      )}
      {betweenness === null && <dd>{text.unmeasured}</dd>}
    </dl>
  );
}
