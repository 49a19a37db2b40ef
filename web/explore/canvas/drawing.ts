import { isMoving } from '../../kit/media.js';
import Graph from 'graphology';
import { Sigma } from 'sigma';
import { looks } from '../node-types.js';
import type { SceneNode } from '../scene/scene.js';
import { type Colors, drawMarks, drawTies, type Locate, type Marked } from './marks.js';
import { ShapeProgram, shapes } from './shape-program.js';

/** What a person does with the mouse or a finger. */
export interface Gestures {
  select(id: string | null): void;
  expand(id: string): void;
  /** A node is pointed at, there on the canvas; null when none is any more. */
  point(at: { id: string; x: number; y: number } | null): void;
}

/** A picture on the screen. */
export interface Drawing {
  show(marked: Marked): void;
  fit(): void;
  /** Above 1 nearer, below 1 further away. */
  zoom(factor: number): void;
  /** Brings a node into sight when it is out of it. */
  reveal(id: string): void;
  /** The picture as it is seen, with a line below it. */
  toPng(caption: string): Promise<Blob>;
  end(): void;
}

/** Names stand outside of the nodes. */
const padding = 64;
const captionHeight = 28;

function colorsOf(element: HTMLElement): Colors {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    line: of('line'),
    text: of('text'),
    sheet: of('sheet'),
    accent: of('accent'),
    good: of('good'),
    bad: of('bad'),
    quiet: of('quiet'),
    font: style.fontFamily,
  };
}

/** Draws into an element. Sigma draws the nodes, moves the camera and tells what is pointed at; ties and names are drawn on two canvases of its. */
export function drawInto(place: HTMLElement, gestures: Gestures): Drawing {
  const graph = new Graph();
  const sigma = new Sigma(graph, place, {
    allowInvalidContainer: true,
    defaultNodeType: 'shape',
    nodeProgramClasses: { shape: ShapeProgram },
    labelFont: getComputedStyle(place).fontFamily,
    renderLabels: false,
    defaultDrawNodeHover: () => undefined,
    stagePadding: padding,
    zoomDuration: durationMs(),
    doubleClickZoomingRatio: 1,
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio),
  });
  const ties = sigma.createCanvas('ties', { beforeLayer: 'nodes' });
  const marks = sigma.createCanvas('marks', { afterLayer: 'nodes' });
  let marked: Marked | null = null;
  const locate: Locate = ({ id, x, y }) => ({
    ...sigma.graphToViewport({ x, y }),
    radius: sigma.scaleSize(graph.getNodeAttribute(id, 'size') as number),
  });
  sigma.on('afterRender', () => {
    if (marked === null) return;
    const colors = colorsOf(place);
    drawTies(contextOf(ties, sigma), marked, colors, locate);
    drawMarks(contextOf(marks, sigma), marked, colors, locate);
  });
  listen(sigma, gestures);
  const camera = sigma.getCamera();
  return {
    show(next) {
      const isSame = marked?.scene === next.scene && marked.sizeOf === next.sizeOf;
      marked = next;
      // Whoever only selects moves nothing.
      if (isSame) return void sigma.scheduleRender();
      fill(graph, next);
      sigma.refresh();
    },
    fit: () => void camera.animatedReset({ duration: durationMs() }),
    zoom: (factor) => void camera.animatedZoom({ factor, duration: durationMs() }),
    reveal(id) {
      const node = marked?.scene.nodes.get(id);
      if (node === undefined || isSeen(sigma, locate(node))) return;
      const { x, y } = sigma.getNodeDisplayData(id) ?? camera.getState();
      void camera.animate({ x, y }, { duration: durationMs() });
    },
    toPng: (caption) => pngOf(sigma, [ties, marks], caption, colorsOf(place)),
    end: () => sigma.kill(),
  };
}

/** Who does not want things to move gets the end of the movement. */
const durationMs = () => (isMoving() ? 250 : 1);

function listen(sigma: Sigma, { select, expand, point }: Gestures) {
  sigma.on('clickNode', ({ node }) => select(node));
  sigma.on('clickStage', () => select(null));
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    expand(node);
  });
  sigma.on('enterNode', ({ node, event: { x, y } }) => point({ id: node, x, y }));
  sigma.on('leaveNode', () => point(null));
}

function fill(graph: Graph, { scene, sizeOf }: Marked) {
  graph.clear();
  for (const node of scene.nodes.values()) graph.addNode(node.id, attributesOf(node, sizeOf(node)));
}

const attributesOf = ({ x, y, type }: SceneNode, size: number) => ({
  x,
  y,
  size,
  color: looks[type].color,
  shape: shapes.indexOf(looks[type].shape),
});

/** Yields the emptied canvas, which has the size of the picture. */
function contextOf(canvas: HTMLCanvasElement, sigma: Sigma): CanvasRenderingContext2D {
  const { width, height } = sigma.getDimensions();
  const scale = devicePixelRatio || 1;
  // A canvas that is given a size is emptied.
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.scale(scale, scale);
  return context;
}

function isSeen(sigma: Sigma, { x, y }: { x: number; y: number }): boolean {
  const { width, height } = sigma.getDimensions();
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

function pngOf(
  sigma: Sigma,
  [ties, marks]: readonly [HTMLCanvasElement, HTMLCanvasElement],
  caption: string,
  { sheet, quiet, font }: Colors,
): Promise<Blob> {
  const scale = devicePixelRatio || 1;
  // What WebGL drew is only there until the browser shows it.
  sigma.refresh();
  const nodes = sigma.getCanvases()['nodes'] as HTMLCanvasElement;
  const whole = document.createElement('canvas');
  whole.width = ties.width;
  whole.height = ties.height + captionHeight * scale;
  const context = whole.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = sheet;
  context.fillRect(0, 0, whole.width, whole.height);
  for (const layer of [ties, nodes, marks]) context.drawImage(layer, 0, 0, ties.width, ties.height);
  context.scale(scale, scale);
  context.fillStyle = quiet;
  context.font = `12px ${font}`;
  context.fillText(caption, 8, ties.height / scale + captionHeight - 9);
  return new Promise((resolve, reject) =>
    whole.toBlob((blob) => (blob === null ? reject(new Error('The picture is empty.')) : resolve(blob))),
  );
}
