import type { Scene, SceneEdge, SceneNode } from './scene.js';

/** What is known of a community besides what is drawn. */
export interface KnownCommunity {
  community: number;
  size: number;
  /** Who has most neighbours in it; null where its subgraph does not answer. */
  greatest: string | null;
}

const prefix = 'community-';
const communityId = (community: number): string => `${prefix}${community}`;

/** Yields the number of the community that a node stands for, as the address holds it; null when it stands for itself. */
export const communityIn = (id: string): string | null =>
  id.startsWith(prefix) ? id.slice(prefix.length) : null;

/** Yields the picture with each community as one node, but for those that were opened. */
export function collapse(scene: Scene, known: readonly KnownCommunity[], open: readonly string[]): Scene {
  const facts = new Map(known.map((each) => [each.community, each]));
  const standIn = new Map<string, string>();
  const members = new Map<number, SceneNode[]>();
  for (const node of scene.nodes.values()) {
    const isOpen = node.community === null || open.includes(String(node.community));
    standIn.set(node.id, isOpen ? node.id : communityId(node.community as number));
    if (!isOpen)
      members.set(node.community as number, [...(members.get(node.community as number) ?? []), node]);
  }
  const nodes = new Map([...scene.nodes].filter(([id]) => standIn.get(id) === id));
  const collapsed = [...members].map(([community, within]) =>
    communityNode(community, within, facts.get(community)),
  );
  for (const node of apart(collapsed)) nodes.set(node.id, node);
  return { ...scene, nodes, edges: between(scene.edges, standIn) };
}

function communityNode(
  community: number,
  within: readonly SceneNode[],
  known: KnownCommunity | undefined,
): SceneNode {
  const mean = (of: (node: SceneNode) => number) =>
    within.reduce((sum, node) => sum + of(node), 0) / within.length;
  return {
    id: communityId(community),
    kind: 'COMMUNITY',
    type: 'COMMUNITY',
    name: known?.greatest ?? within[0]?.name ?? null,
    area: null,
    degree: known?.size ?? within.length,
    betweenness: null,
    percentile: null,
    community,
    x: mean(({ x }) => x),
    y: mean(({ y }) => y),
  };
}

/** All ties between two that are drawn become one; those inside a community are not drawn. */
function between(edges: readonly SceneEdge[], standIn: ReadonlyMap<string, string>): SceneEdge[] {
  const found = new Map<string, SceneEdge>();
  for (const edge of edges) {
    const source = standIn.get(edge.source) ?? edge.source;
    const target = standIn.get(edge.target) ?? edge.target;
    if (source === target) continue;
    const [one, other] = source < target ? [source, target] : [target, source];
    const key = `${one} ${other} ${edge.kind}`;
    const same = found.get(key);
    const weight = edge.weight + (same?.weight ?? 0);
    found.set(key, { ...edge, key, source: one, target: other, weight });
  }
  return [...found.values()];
}

const rounds = 100;
/** Of the width of the picture. */
const least = 0.16;

/** Moves communities apart that lie over one another, always in the same way. */
function apart(communities: readonly SceneNode[]): SceneNode[] {
  const moved = communities.map((node) => ({ ...node }));
  for (let round = 0; round < rounds; round += 1) {
    const xs = moved.map(({ x }) => x);
    const ys = moved.map(({ y }) => y);
    const width = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys), 1);
    moved.forEach((one, at) => moved.slice(at + 1).forEach((other) => part(one, other, least * width)));
  }
  return moved;
}

/** Moves two apart by half of what they lack. */
function part(one: SceneNode, other: SceneNode, distance: number): void {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const found = Math.hypot(dx, dy);
  if (found >= distance) return;
  // Two on the same spot go left and right.
  const [ux, uy] = found === 0 ? [1, 0] : [dx / found, dy / found];
  const by = (distance - found) / 4;
  one.x -= ux * by;
  one.y -= uy * by;
  other.x += ux * by;
  other.y += uy * by;
}
