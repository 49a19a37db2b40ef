import { Skeleton } from 'antd';
import { count } from '../kit/format.js';
import { Notice, usePartText } from '../kit/notice.js';
import { useWords, words } from '../kit/words.js';
import { edgesMax, nodesMax } from './scene/scene.js';
import type { SceneAnswer } from './scene/use-scene.js';
import { WaitingBar } from './waiting-bar.js';

const texts = words(
  {
    alone: '所选机构在当前条件下没有任何关系。可以放宽筛选，或看右侧的推荐资源。',
    leftOut: (nodes: string, allNodes: string, edges: string, allEdges: string): string =>
      `画出 ${nodes} / ${allNodes} 个节点、${edges} / ${allEdges} 条关系（联系最多的优先）。请用地区、类型或类别缩小范围。`,
    nothing: '当前条件下没有任何关系。请放宽左侧的筛选或日期。',
  },
  {
    alone:
      'What you chose is tied to nobody under these conditions. Widen the filters, or see the suggestions on the right.',
    leftOut: (nodes: string, allNodes: string, edges: string, allEdges: string): string =>
      `Drawn are ${nodes} of ${allNodes} nodes and ${edges} of ${allEdges} relations, the best connected. Narrow it by area, kind or category.`,
    nothing: 'Under these conditions nobody is tied to anybody. Widen the filters or the day on the left.',
  },
);

/** What is to be known of the picture: how far it is, what is missing from it and why. */
export function SceneStates({ answer }: { answer: SceneAnswer }) {
  const text = useWords(texts);
  const partText = usePartText();
  const { whole, subgraphs, refusals, isLoading, waiting, refresh, alone } = answer;
  const { isMeasuring } = waiting;
  const { nodes, edges, nodeCount, edgeCount } = whole;
  const isPart = nodes.size >= nodesMax || edges.length >= edgesMax;
  return (
    <>
      <WaitingBar waiting={waiting} />
      {Object.entries(subgraphs)
        .filter(([, { status }]) => status !== 'ok' && !isMeasuring)
        .map(([name, state]) => (
          <p key={name} role="status" className={state.status === 'stale' ? 'state stale' : 'state missing'}>
            {partText(name, state)}
          </p>
        ))}
      {!isMeasuring && (
        <Notice
          answer={{
            data: nodes.size === 0 ? undefined : whole,
            parts: {},
            refusals,
            isOffline: false,
            isLoading,
            isRenewing: false,
            refresh,
          }}
        />
      )}
      {isLoading && nodes.size === 0 && <Skeleton active className="explore-waiting" />}
      {alone.length > 0 && nodes.size === 0 && <p className="empty">{text.alone}</p>}
      {!isLoading && nodes.size === 0 && alone.length === 0 && refusals.length === 0 && !isMeasuring && (
        <p className="empty">{text.nothing}</p>
      )}
      {isPart && (
        <p className="state stale" role="status">
          {text.leftOut(count(nodes.size), count(nodeCount), count(edges.length), count(edgeCount))}
        </p>
      )}
    </>
  );
}
