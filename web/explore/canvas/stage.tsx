import { lazy, Suspense, useRef, useState } from 'react';
import { Skeleton } from 'antd';
import { useWords, words } from '../../kit/words.js';
import { useNodeName, useTypeName } from '../node-types.js';
import type { Scene, SceneNode } from '../scene/scene.js';
import type { Drawing, Gestures } from './drawing.js';
import { type Commands, press, type Walk } from './keys.js';
import type { Marked } from './marks.js';
import { hasWebGl } from './webgl.js';

const GraphCanvas = lazy(async () => ({ default: (await import('./graph-canvas.js')).GraphCanvas }));

const texts = words(
  {
    picture: '关系图：方向键移动，回车查看，问号键看全部按键',
    spoken: (name: string, type: string, count: number): string => `${name}，${type}，${count} 条关系`,
    members: (name: string, count: number): string => `${name}，群体，${count} 个成员`,
    noWebGl: '此浏览器不支持 WebGL，无法作图；下方的表格内容相同。',
    fit: '适应画面',
    nearer: '放大',
    further: '缩小',
    keys: '按键',
  },
  {
    picture: 'Relationship graph: arrow keys move, Enter inspects, ? lists all keys',
    spoken: (name: string, type: string, count: number): string =>
      `${name}, ${type}, ${count} ${count === 1 ? 'relation' : 'relations'}`,
    members: (name: string, count: number): string => `${name}, community, ${count} members`,
    noWebGl: 'This browser has no WebGL, so nothing can be drawn; the table below says the same.',
    fit: 'Fit',
    nearer: 'Zoom in',
    further: 'Zoom out',
    keys: 'Keys',
  },
);

export interface StageProps {
  marked: Marked;
  commands: Omit<Commands, 'fit' | 'zoom'>;
  onReady(drawing: Drawing | null): void;
  drawing: Drawing | null;
}

/** The picture with its keys: everything that the mouse does, and a voice that says what is selected. */
export function Stage({ marked, commands, onReady, drawing }: StageProps) {
  const { picture, noWebGl } = useWords(texts);
  const [pointed, setPointed] = useState<Parameters<Gestures['point']>[0]>(null);
  const walk = useRef<Walk>({ around: null });
  const { scene, selected } = marked;
  const all: Commands = {
    ...commands,
    fit: () => drawing?.fit(),
    zoom: (factor) => drawing?.zoom(factor),
  };
  if (!hasWebGl()) return <p className="state stale">{noWebGl}</p>;
  return (
    <div className="explore-stage">
      <div
        className="explore-keys"
        role="application"
        aria-label={picture}
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          if (press(event.key, scene, selected, walk.current, all)) event.preventDefault();
        }}
      >
        <Suspense fallback={<Skeleton active className="explore-waiting" />}>
          <GraphCanvas
            marked={marked}
            onReady={onReady}
            gestures={{ select: commands.select, expand: commands.expand, point: setPointed }}
          />
        </Suspense>
      </div>
      <Tools commands={all} />
      {pointed !== null && <Tip scene={scene} {...pointed} />}
      <Voice node={selected === null ? undefined : scene.nodes.get(selected)} />
    </div>
  );
}

function Tools({ commands: { fit, zoom, help } }: { commands: Commands }) {
  const { fit: fitText, nearer, further, keys } = useWords(texts);
  return (
    <div className="explore-tools">
      <button type="button" className="plain" aria-label={nearer} title={nearer} onClick={() => zoom(1.5)}>
        +
      </button>
      <button
        type="button"
        className="plain"
        aria-label={further}
        title={further}
        onClick={() => zoom(1 / 1.5)}
      >
        −
      </button>
      <button type="button" className="plain" onClick={fit}>
        {fitText}
      </button>
      <button type="button" className="plain" onClick={help}>
        {keys}
      </button>
    </div>
  );
}

/** Says a node in the reader's words, as a screen reader does. */
export function useSpoken(): (node: SceneNode) => string {
  const { spoken, members } = useWords(texts);
  const name = useNodeName();
  const type = useTypeName();
  return (node) =>
    node.kind === 'COMMUNITY'
      ? members(name(node), node.degree)
      : spoken(name(node), type(node.type), node.degree);
}

function Tip({ scene, id, x, y }: { scene: Scene; id: string; x: number; y: number }) {
  const spoken = useSpoken();
  const node = scene.nodes.get(id);
  if (node === undefined) return null;
  return (
    <div className="explore-tip" style={{ left: x + 12, top: y + 12 }} aria-hidden="true">
      {spoken(node)}
    </div>
  );
}

function Voice({ node }: { node: SceneNode | undefined }) {
  const spoken = useSpoken();
  return (
    <p role="status" className="explore-voice">
      {node === undefined ? '' : spoken(node)}
    </p>
  );
}
