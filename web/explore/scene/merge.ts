import {
  type AnsweredEdge,
  type AnsweredNode,
  edgeOf,
  edgesMax,
  nodeOf,
  nodesMax,
  type Scene,
  type SceneEdge,
  type SceneNode,
} from './scene.js';

/** A network as it was answered, and which node it is about, if it is about one. */
export interface Part {
  about: string | null;
  network: {
    readonly nodes: readonly AnsweredNode[];
    readonly edges: readonly AnsweredEdge[];
    readonly nodeCount: number;
    readonly edgeCount: number;
  };
}

/** Where nodes stand on every day, by id, so that nothing jumps when another day is chosen. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** Between a picture and one that has nothing to do with it. */
const gap = 60;

/**
 * Puts networks into one picture. The first stays as the hub placed it; of each further one the node that it is about stays where it is,
 * and what is new keeps its place relative to it. The same networks in the same order make the same picture.
 */
export function merge(parts: readonly Part[], places: Places = new Map()): Scene {
  const nodes = new Map<string, SceneNode>();
  const edges = new Map<string, SceneEdge>();
  for (const { about, network } of parts) {
    const answered = network.nodes.map((node) => ({ ...nodeOf(node), ...places.get(node.id) }));
    const [dx, dy] = shift(nodes, answered, about);
    for (const node of answered)
      if (!nodes.has(node.id) && nodes.size < nodesMax)
        nodes.set(node.id, { ...node, x: node.x + dx, y: node.y + dy });
    for (const answeredEdge of network.edges) {
      const edge = edgeOf(answeredEdge);
      const isWhole = nodes.has(edge.source) && nodes.has(edge.target);
      if (isWhole && (edges.has(edge.key) || edges.size < edgesMax)) edges.set(edge.key, edge);
    }
  }
  const [first] = parts;
  return {
    nodes,
    edges: [...edges.values()],
    nodeCount: first?.network.nodeCount ?? 0,
    edgeCount: first?.network.edgeCount ?? 0,
  };
}

function shift(
  nodes: ReadonlyMap<string, SceneNode>,
  answered: readonly SceneNode[],
  about: string | null,
): [number, number] {
  if (nodes.size === 0) return [0, 0];
  const centre = answered.find(({ id }) => id === about);
  const known = centre && nodes.get(centre.id);
  if (centre !== undefined && known !== undefined) return [known.x - centre.x, known.y - centre.y];
  const right = Math.max(...[...nodes.values()].map(({ x }) => x));
  const left = Math.min(...answered.map(({ x }) => x));
  return [right - left + gap, 0];
}
