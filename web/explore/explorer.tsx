import { useRef, useState } from 'react';
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
import { SceneStates } from './scene-states.js';
import { TableTwin } from './panes/table-twin.js';
import { TimePanel } from './panes/time-panel.js';
import { type SceneAnswer, useScene } from './scene/use-scene.js';
import type { ExploreSearch } from './search.js';
import { type Address, useAddress } from './use-address.js';
import { useCommands } from './use-commands.js';
import { useMarked, useMore } from './use-marked.js';

const texts = words(
  {
    title: '关系探索',
    undo: '撤销',
    redo: '重做',
    reset: '重新开始',
  },
  {
    title: 'Relationship explorer',
    undo: 'Undo',
    redo: 'Redo',
    reset: 'Start over',
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
            <SceneStates answer={answer} />
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
