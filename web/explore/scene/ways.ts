import { type AnsweredEdge, type AnsweredNode, edgeOf, nodeOf, type Scene, type SceneNode } from './scene.js';

/** A shortest way, as it was answered. */
export interface Way {
  readonly nodes: readonly AnsweredNode[];
  readonly edges: readonly AnsweredEdge[];
  readonly length: number;
}

/** Between two nodes of a way, where nothing else says how far they are apart. */
const step = 40;

/** Adds ways to a picture: what is drawn already stays; what is not is put on the line between its neighbours on the way. */
export function withWays(scene: Scene, ways: readonly Way[]): Scene {
  const nodes = new Map(scene.nodes);
  const edges = new Map(scene.edges.map((edge) => [edge.key, edge]));
  ways.forEach((way, lane) => {
    const placed = way.nodes.map((node) => nodes.get(node.id));
    way.nodes.forEach((node, at) => {
      if (!nodes.has(node.id)) nodes.set(node.id, { ...nodeOf(node), ...placeOn(placed, at, lane) });
    });
    for (const edge of way.edges) {
      const drawn = edgeOf(edge);
      if (!edges.has(drawn.key)) edges.set(drawn.key, drawn);
    }
  });
  return { ...scene, nodes, edges: [...edges.values()] };
}

function placeOn(placed: readonly (SceneNode | undefined)[], at: number, lane: number) {
  const before = placed.slice(0, at).findLastIndex((node) => node !== undefined);
  const after = placed.findIndex((node, index) => index > at && node !== undefined);
  const left = placed[before];
  const right = placed[after];
  const off = lane * step;
  if (left !== undefined && right !== undefined) {
    const share = (at - before) / (after - before);
    return {
      x: left.x + (right.x - left.x) * share,
      y: left.y + (right.y - left.y) * share - off,
    };
  }
  if (left !== undefined) return { x: left.x + step * (at - before), y: left.y - off };
  if (right !== undefined) return { x: right.x - step * (after - at), y: right.y - off };
  return { x: step * at, y: -off };
}
