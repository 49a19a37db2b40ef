import type { NodeType } from '../search.js';
import { edgeOf, nodeOf, type AnsweredEdge, type AnsweredNode, type Scene, type SceneNode } from './scene.js';

/** What has begun and ended between two days, as it was answered. */
export interface Changes {
  readonly nodes: readonly AnsweredNode[];
  readonly added: readonly AnsweredEdge[];
  readonly ended: readonly AnsweredEdge[];
}

/** Yields the picture of what has changed. */
export function changedScene({ nodes, added, ended }: Changes): Scene {
  const edges = [
    ...added.map((edge) => edgeOf(edge, 'added')),
    ...ended.map((edge) => edgeOf(edge, 'ended')),
  ].map((edge) => ({ ...edge, key: `${edge.key} ${edge.change}` }));
  return {
    nodes: new Map(nodes.map((node) => [node.id, nodeOf(node)])),
    edges,
    nodeCount: nodes.length,
    edgeCount: edges.length,
  };
}

/** Leaves out what a person does not want to see; what hangs on it alone stays. */
export function visible(
  scene: Scene,
  types: readonly NodeType[] | undefined,
  hide: readonly string[] | undefined,
): Scene {
  const isShown = ({ id, type }: SceneNode) =>
    !(hide?.includes(id) ?? false) && (types === undefined || type === 'COMMUNITY' || types.includes(type));
  const nodes = new Map([...scene.nodes].filter(([, node]) => isShown(node)));
  return {
    ...scene,
    nodes,
    edges: scene.edges.filter(({ source, target }) => nodes.has(source) && nodes.has(target)),
  };
}

/** Yields the nearest node in a direction, of those that lie within 60° of it; null when there is none. Positive y is up. */
export function nearestTowards(
  nodes: Iterable<SceneNode>,
  from: Pick<SceneNode, 'id' | 'x' | 'y'>,
  [dx, dy]: readonly [number, number],
): SceneNode | null {
  let best: SceneNode | null = null;
  let least = Infinity;
  for (const node of nodes) {
    if (node.id === from.id) continue;
    const [x, y] = [node.x - from.x, node.y - from.y];
    const distance = Math.hypot(x, y);
    const along = x * dx + y * dy;
    if (distance > 0 && along < distance / 2) continue;
    // What lies straight ahead comes before what is as near but aside.
    const weighed = distance * (2 - along / Math.max(distance, 1e-9));
    if (weighed < least) [best, least] = [node, weighed];
  }
  return best;
}
