import type { EdgeKind, NodeKind } from '../../operations.js';
import type { NodeType } from '../search.js';

/** Something drawn: an organization, partner or project, or a community of them. */
export interface SceneNode {
  id: string;
  /** COMMUNITY stands for all nodes of one, which are not drawn then. */
  kind: NodeKind | 'COMMUNITY';
  type: NodeType | 'COMMUNITY';
  /** Null where the subgraph that knows it does not answer. */
  name: string | null;
  /** Name of its area, where one is known. */
  area: string | null;
  /** Neighbours in the whole network; of a community, its size. */
  degree: number;
  /** Null where the network is too large to be measured. */
  betweenness: number | null;
  /** Share of the nodes with less betweenness. */
  percentile: number | null;
  community: number | null;
  x: number;
  y: number;
}

/** Ties of one kind between two nodes that are drawn. */
export interface SceneEdge {
  key: string;
  source: string;
  target: string;
  kind: EdgeKind;
  weight: number;
  validFrom: string | null;
  /** First day on which it no longer holds. */
  validTo: string | null;
  /** How it differs between two days that are compared. */
  change: 'added' | 'ended' | null;
}

export interface Scene {
  nodes: ReadonlyMap<string, SceneNode>;
  edges: readonly SceneEdge[];
  /** Of the network that it is a part of. */
  nodeCount: number;
  edgeCount: number;
}

/** What a person can still read, and a browser draw without a pause. */
export const nodesMax = 500;
export const edgesMax = 1_500;

export const emptyScene: Scene = { nodes: new Map(), edges: [], nodeCount: 0, edgeCount: 0 };

interface AskedNode {
  id: string;
  kind: NodeKind;
  degree: number;
  betweenness?: number | null;
  betweennessPercentile?: number | null;
  community?: number | null;
  x?: number;
  y?: number;
  organization: { name: string; area: { name: string } } | null;
  partner: { name: string; kind: NodeType } | null;
  project: { name: string } | null;
}
/** A node as an operation answers it. */
export type AnsweredNode = Readonly<AskedNode>;
/** A tie as an operation answers it. */
export type AnsweredEdge = Readonly<Omit<SceneEdge, 'key' | 'change'>>;

/** Makes what is drawn of what was answered. Of a subgraph that failed, fields are null. */
export function nodeOf(node: AnsweredNode): SceneNode {
  const { id, kind, degree, organization, partner, project } = node;
  return {
    id,
    kind,
    type: kind === 'PARTNER' ? (partner?.kind ?? 'ENTERPRISE') : kind,
    name: organization?.name ?? partner?.name ?? project?.name ?? null,
    area: organization?.area?.name ?? null,
    degree,
    betweenness: node.betweenness ?? null,
    percentile: node.betweennessPercentile ?? null,
    community: node.community ?? null,
    x: node.x ?? 0,
    y: node.y ?? 0,
  };
}

export function edgeOf(edge: AnsweredEdge, change: SceneEdge['change'] = null): SceneEdge {
  const { source, target, kind, weight, validFrom, validTo } = edge;
  const key = `${source < target ? `${source} ${target}` : `${target} ${source}`} ${kind}`;
  return { key, source, target, kind, weight, validFrom, validTo, change };
}

/** Yields who is tied with whom, of what is drawn. */
export function neighboursOf({ nodes, edges }: Scene, id: string): SceneNode[] {
  const found = edges.flatMap(({ source, target }) => (source === id ? target : target === id ? source : []));
  return [...new Set(found)].flatMap((each) => nodes.get(each) ?? []);
}
