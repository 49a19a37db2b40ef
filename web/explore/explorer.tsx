import { useRef, useState } from 'react';
import { Skeleton } from 'antd';
import { Notice } from '../kit/notice.js';
import { count } from '../kit/format.js';
import { useWords, words } from '../kit/words.js';
import type { Drawing } from './canvas/drawing.js';
import { KeyHelp } from './canvas/key-help.js';
import { Stage } from './canvas/stage.js';
import { Findings } from './findings/findings.js';
import { Inspector } from './inspector/inspector.js';
import { CommandBar } from './panes/command-bar.js';
import { ExportMenu } from './panes/export-menu.js';
import { Filters } from './panes/filters.js';
import { Legend } from './panes/legend.js';
import { PathPanel } from './panes/path-panel.js';
import { QuestionList } from './panes/question-list.js';
import { Start } from './panes/start.js';
import { TableTwin } from './panes/table-twin.js';
import { TimePanel } from './panes/time-panel.js';
import { progressIn } from './scene/use-waiting.js';
import { type SceneAnswer, useScene } from './scene/use-scene.js';
import type { ExploreSearch } from './search.js';
import { type Address, useAddress } from './use-address.js';
import { useCommands } from './use-commands.js';
import { useMarked, useMore } from './use-marked.js';
import { WaitingBar } from './waiting-bar.js';

const texts = words(
  {
    title: '关系探索',
    undo: '撤销',
    redo: '重做',
    reset: '重新开始',
    alone: '所选机构在当前条件下没有任何关系。可以放宽筛选，或看右侧的推荐资源。',
    leftOut: (nodes: string, allNodes: string, edges: string, allEdges: string): string =>
      `画出 ${nodes} / ${allNodes} 个节点、${edges} / ${allEdges} 条关系（联系最多的优先）。请用地区、类型或类别缩小范围。`,
    nothing: '当前条件下没有任何关系。请放宽左侧的筛选或日期。',
  },
  {
    title: 'Relationship explorer',
    undo: 'Undo',
    redo: 'Redo',
    reset: 'Start over',
    alone:
      'What you chose is tied to nobody under these conditions. Widen the filters, or see the suggestions on the right.',
    leftOut: (nodes: string, allNodes: string, edges: string, allEdges: string): string =>
      `Drawn are ${nodes} of ${allNodes} nodes and ${edges} of ${allEdges} relations, the best connected. Narrow it by area, kind or category.`,
    nothing: 'Under these conditions nobody is tied to anybody. Widen the filters or the day on the left.',
  },
);

/** The explorer: what is asked on the left, the picture and its tables in the middle, what is selected on the right. */
export function Explorer() {
  const address = useAddress();
  const { search } = address;
  const answer = useScene(search);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const moreOf = useMore(answer);
  const marked = useMarked(answer, search, moreOf);
  const commands = useCommands(address, {
    reveal: (id) => drawing?.reveal(id),
    inspect: () => heading.current?.focus(),
    help: () => setHelpOpen(true),
  });
  const { title } = useWords(texts);
  const isBlank = !asksForPicture(search);
  return (
    <div className="explore">
      <Head address={address} answer={answer} drawing={drawing} />
      <div className="explore-left">
        <QuestionList address={address} />
        <PathPanel address={address} whole={answer.whole} path={answer.path} />
        <Filters address={address} />
        <TimePanel address={address} changes={answer.changes} isLoading={answer.isLoading} />
        <Legend address={address} whole={answer.whole} />
      </div>
      <div className="explore-centre">
        {isBlank && search.q === undefined && <Start address={address} />}
        {!isBlank && (
          <section className="panel explore-picture" aria-label={title}>
            <States answer={answer} />
            {answer.scene.nodes.size > 0 && (
              <Stage marked={marked} commands={commands} drawing={drawing} onReady={setDrawing} />
            )}
          </section>
        )}
        <Findings address={address} />
        {!isBlank && <TableTwin address={address} answer={answer} />}
      </div>
      <div className="explore-right">
        <Inspector
          address={address}
          scene={answer.whole}
          moreOf={moreOf}
          expand={commands.expand}
          hide={commands.hide}
          heading={heading}
        />
      </div>
      <KeyHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

const drawing = new Set<ExploreSearch['q']>(['city', 'all', 'brokers', 'cutPoints']);
const asksForPicture = ({ q, seed, a, b, asOf, since }: ExploreSearch) =>
  drawing.has(q) ||
  seed !== undefined ||
  (a !== undefined && b !== undefined) ||
  (asOf !== undefined && since !== undefined);

interface HeadProps {
  address: Address;
  answer: SceneAnswer;
  drawing: Drawing | null;
}

function Head({ address, answer, drawing: picture }: HeadProps) {
  const text = useWords(texts);
  const { search, change, undo, redo, canUndo, canRedo } = address;
  const addSeed = (id: string) => change({ seed: [...new Set([...(search.seed ?? []), id])], sel: id });
  return (
    <div className="page-head">
      <h1>{text.title}</h1>
      <CommandBar
        scene={answer.whole}
        onNode={({ id, isDrawn }) => (isDrawn ? address.look({ sel: id }) : addSeed(id))}
        onQuestion={(q) => change({ q })}
      />
      <div className="explore-row">
        <button type="button" className="plain" disabled={!canUndo} onClick={undo}>
          {text.undo}
        </button>
        <button type="button" className="plain" disabled={!canRedo} onClick={redo}>
          {text.redo}
        </button>
        <button type="button" className="plain" onClick={() => change(emptied)}>
          {text.reset}
        </button>
        <ExportMenu search={search} answer={answer} drawing={picture} />
      </div>
    </div>
  );
}

const emptied: ExploreSearch = {
  ...{ q: undefined, seed: undefined, open: undefined, a: undefined, b: undefined, way: undefined },
  ...{ area: undefined, kind: undefined, category: undefined, edge: undefined },
  ...{
    asOf: undefined,
    since: undefined,
    metric: undefined,
    types: undefined,
    hide: undefined,
    sel: undefined,
  },
};

/** What is to be known of the picture: how far it is, what is missing from it and why. */
function States({ answer }: { answer: SceneAnswer }) {
  const text = useWords(texts);
  const { whole, refusals, isLoading, waiting, refresh, alone } = answer;
  const isMeasuring = progressIn(refusals) !== null;
  const { nodes, edges, nodeCount, edgeCount } = whole;
  const isPart = nodes.size >= 500 || edges.length >= 1_500;
  return (
    <>
      <WaitingBar waiting={waiting} />
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
      {!isLoading && nodes.size === 0 && alone.length === 0 && refusals.length === 0 && (
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
