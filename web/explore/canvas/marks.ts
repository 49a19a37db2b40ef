import type { Scene, SceneEdge, SceneNode } from '../scene/scene.js';
import { looks } from '../node-types.js';
import { drawNames } from './names.js';

/** What is drawn of a scene besides the nodes themselves. */
export interface Marked {
  scene: Scene;
  labelOf(node: SceneNode): string;
  sizeOf(node: SceneNode): number;
  selected: string | null;
  /** Neighbours of what is selected, and what is on the way: their names come first. */
  near: ReadonlySet<string>;
  /** Edges of the way that is looked at. */
  way: ReadonlySet<string>;
  a: string | null;
  b: string | null;
  /** How many neighbours of a node are not drawn. */
  moreOf(node: SceneNode): number;
  /** Whether there is room for the essential only. */
  isCrowded: boolean;
}

export interface Colors {
  line: string;
  text: string;
  sheet: string;
  accent: string;
  good: string;
  bad: string;
  quiet: string;
  font: string;
}

/** Where a node stands on the screen, and how large. */
export type Locate = (node: SceneNode) => { x: number; y: number; radius: number };

const today = new Date().toISOString().slice(0, 10);
const isOver = ({ validTo }: SceneEdge) => validTo !== null && validTo <= today;

/** Draws the ties: solid for links, long dashes for agreements, dots for what has ended; green with + and red with − where days are compared. */
export function drawTies(context: CanvasRenderingContext2D, marked: Marked, colors: Colors, locate: Locate) {
  const { nodes, edges } = marked.scene;
  const twice = new Map<string, number>();
  for (const edge of edges) {
    const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
    if (source === undefined || target === undefined) continue;
    const pair = edge.key.split(' ', 2).join();
    const nth = twice.get(pair) ?? 0;
    twice.set(pair, nth + 1);
    drawTie(context, edge, marked, colors, [locate(source), locate(target)], nth * 5);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

export type Point = ReturnType<Locate>;

function drawTie(
  context: CanvasRenderingContext2D,
  edge: SceneEdge,
  { selected, way, isCrowded }: Marked,
  colors: Colors,
  [from, to]: [Point, Point],
  aside: number,
) {
  const isOnWay = way.has(edge.key);
  const touches = selected !== null && (edge.source === selected || edge.target === selected);
  const width = Math.min(1 + Math.log2(1 + edge.weight), 5) / (isCrowded ? 2 : 1);
  context.lineWidth = isOnWay ? width + 3 : touches ? width + 1 : width;
  context.strokeStyle = strokeOf(edge, isOnWay || touches, colors);
  const faint = (isCrowded ? 0.5 : 1) * (selected === null ? 0.75 : 0.35);
  context.globalAlpha = isOnWay || touches || edge.change !== null ? 1 : faint;
  context.setLineDash(isOver(edge) ? [2, 4] : edge.kind === 'AGREEMENT' ? [9, 5] : []);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [nx, ny] = [((from.y - to.y) / length) * aside, ((to.x - from.x) / length) * aside];
  context.beginPath();
  context.moveTo(from.x + nx, from.y + ny);
  context.lineTo(to.x + nx, to.y + ny);
  context.stroke();
  if (edge.change === null) return;
  context.globalAlpha = 1;
  const sign = { text: edge.change === 'added' ? '+' : '−', color: context.strokeStyle };
  badge(context, sign, colors, { x: (from.x + to.x) / 2 + nx, y: (from.y + to.y) / 2 + ny });
}

function strokeOf(edge: SceneEdge, isStrong: boolean, { good, bad, accent, quiet }: Colors): string {
  if (edge.change === 'added') return good;
  if (edge.change === 'ended') return bad;
  return isStrong ? accent : quiet;
}

function badge(
  context: CanvasRenderingContext2D,
  { text, color }: { text: string; color: string },
  { sheet, font }: Colors,
  { x, y }: { x: number; y: number },
) {
  context.setLineDash([]);
  context.font = `bold 12px ${font}`;
  const half = Math.max(8, context.measureText(text).width / 2 + 4);
  context.fillStyle = color;
  context.beginPath();
  context.roundRect(x - half, y - 8, half * 2, 16, 8);
  context.fill();
  context.fillStyle = sheet;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.5);
}

/** Draws what stands on and beside the nodes: icons, rings, ends of a way, how many more there are, names. */
export function drawMarks(context: CanvasRenderingContext2D, marked: Marked, colors: Colors, locate: Locate) {
  const { scene, selected, near, a, b, moreOf, isCrowded } = marked;
  const order = [...scene.nodes.values()].map((node) => ({ node, at: locate(node) }));
  for (const { node, at } of order) {
    drawGlyph(context, node, at, colors);
    if (node.id === selected) ring(context, at, colors.accent, 4);
    else if (near.has(node.id)) ring(context, at, colors.accent, 1.5);
    const end = node.id === a ? 'A' : node.id === b ? 'B' : null;
    const above = { x: at.x, y: at.y - at.radius - 8 };
    if (end !== null) badge(context, { text: end, color: colors.accent }, colors, above);
    const more = isCrowded && node.id !== selected && !near.has(node.id) ? 0 : moreOf(node);
    const corner = { x: at.x + at.radius * 0.8, y: at.y - at.radius * 0.8 };
    if (more > 0 && end === null) badge(context, { text: `+${more}`, color: colors.quiet }, colors, corner);
  }
  const weight = (id: string) => (id === selected ? 2 : near.has(id) || id === a || id === b ? 1 : 0);
  order.sort((one, other) => weight(other.node.id) - weight(one.node.id) || other.at.radius - one.at.radius);
  drawNames(context, order, marked, colors);
}

function drawGlyph(context: CanvasRenderingContext2D, node: SceneNode, at: Point, { font }: Colors) {
  if (at.radius < 7) return;
  const { glyph, ink, shape } = looks[node.type];
  context.font = `${Math.round(at.radius * (shape === 'triangle' ? 0.75 : 0.95))}px ${font}`;
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(glyph, at.x, at.y + (shape === 'triangle' ? at.radius * 0.18 : 1));
}

function ring(context: CanvasRenderingContext2D, { x, y, radius }: Point, color: string, width: number) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  context.arc(x, y, radius + 3 + width / 2, 0, 2 * Math.PI);
  context.stroke();
}
