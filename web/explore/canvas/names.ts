import type { SceneNode } from '../scene/scene.js';
import type { Colors, Marked, Point } from './marks.js';

type Box = readonly [left: number, top: number, right: number, bottom: number];
const meets = (one: Box, other: Box) =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** Writes as many names as there is room for, the most important first; none lies over another. */
export function drawNames(
  context: CanvasRenderingContext2D,
  order: readonly { node: SceneNode; at: Point }[],
  marked: Marked,
  { font, text, sheet }: Colors,
) {
  const { labelOf, selected } = marked;
  const taken: Box[] = order.map(({ at: { x, y, radius } }) => [
    x - radius * 0.7,
    y - radius * 0.7,
    x + radius * 0.7,
    y + radius * 0.7,
  ]);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { node, at } of order) {
    context.font = `${node.id === selected ? 'bold ' : ''}12px ${font}`;
    const label = labelOf(node);
    const width = context.measureText(label).width;
    const below = [at.x - width / 2, at.y + at.radius + 13] as const;
    const right = [at.x + at.radius + 5, at.y] as const;
    const places = [
      // Ways run from left to right: beside a node the next step is drawn.
      ...(marked.way.size > 0 && marked.near.has(node.id) ? [below, right] : [right, below]),
      [at.x - at.radius - 5 - width, at.y],
      [at.x - width / 2, at.y - at.radius - 11],
    ] as const satisfies readonly (readonly [number, number])[];
    const free = places.find(([x, y]) => {
      const box: Box = [x - 2, y - 8, x + width + 2, y + 8];
      return isInside(context, box) && !taken.some((other) => meets(box, other));
    });
    const place = free ?? (node.id === selected ? places[0] : undefined);
    if (place === undefined) continue;
    const [x, y] = place;
    taken.push([x - 2, y - 8, x + width + 2, y + 8]);
    context.strokeStyle = sheet;
    context.lineWidth = 4;
    context.strokeText(label, x, y);
    context.fillStyle = text;
    context.fillText(label, x, y);
  }
}

function isInside(context: CanvasRenderingContext2D, [left, top, right, bottom]: Box): boolean {
  const scale = devicePixelRatio || 1;
  const { width, height } = context.canvas;
  return left >= 0 && top >= 0 && right <= width / scale && bottom <= height / scale;
}
