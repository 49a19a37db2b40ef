import type { EdgeKindName, NodeKindName, TieSelection } from './tie.js';

/** Which network is meant. */
export interface NetworkSelection extends TieSelection {
  /** Nodes with more neighbours are left out of it; null leaves all in. */
  degreeMax: number | null;
}

/** What the thread that keeps the network is asked. */
export type GraphQuestion = { selection: NetworkSelection } & (
  | { ask: 'greatest'; maxNodes: number; maxEdges: number }
  | { ask: 'around'; id: string; depth: number; maxNodes: number; maxEdges: number }
  | { ask: 'places'; places: readonly number[] }
  | { ask: 'paths'; from: string; to: string; most: number }
  | { ask: 'changes'; from: string; to: string; most: number }
  | { ask: 'reach'; id: string }
  | { ask: 'groups'; groupOf: Uint32Array; most: number }
);

/** A whole network, as what measures need of it. Nodes are numbered in the order of their ids. */
export interface NetworkColumns {
  order: number;
  /** Number of each node's kind in `nodeKinds`. */
  kinds: Uint8Array;
  sources: Uint32Array;
  targets: Uint32Array;
  /** Number of ties. */
  weights: Float64Array;
}

export const nodeKinds: readonly NodeKindName[] = ['ORGANIZATION', 'PARTNER', 'PROJECT'];

export interface NetworkFacts {
  /** Names this network at this version, for what is kept of it. */
  key: string;
  version: string;
  nodeCount: number;
  edgeCount: number;
  density: number;
  components: number;
  /** Null where the network is too large to be measured. */
  columns: NetworkColumns | null;
}

export interface ExcerptNode {
  id: string;
  kind: NodeKindName;
  /** Number in the whole network. */
  place: number;
  /** Neighbours in the whole network. */
  degree: number;
}

/** All ties of one kind between two nodes. */
export interface ExcerptEdge {
  source: string;
  target: string;
  kind: EdgeKindName;
  weight: number;
  validFrom: string | null;
  validTo: string | null;
}

/** Some nodes of a network and the edges between them. */
export interface Excerpt {
  /** Names these nodes of this network at this version. */
  key: string;
  nodes: ExcerptNode[];
  /** Those with most ties first. */
  edges: ExcerptEdge[];
  /** The same as a network of its own, its nodes numbered as listed: what is laid out. */
  picture: NetworkColumns;
}

export interface PathsFound {
  /** Of all ways, each node once. */
  excerpt: Excerpt;
  /** Each way as its nodes' ids. */
  paths: string[][];
}

export interface ChangesFound {
  /** Nodes that the edges below join. */
  excerpt: Excerpt;
  added: ExcerptEdge[];
  ended: ExcerptEdge[];
  joined: string[];
  left: string[];
  addedCount: number;
  endedCount: number;
}

/** How many there are of each kind of node in the part of a network that hangs together with one node. */
export type Reach = Record<NodeKindName, number>;

/** Nodes of one number in `groupOf`. */
export interface Group {
  number: number;
  counts: Reach;
  topPartnerKind: string | null;
  /** The county of most of its organizations. */
  topAreaCode: string | null;
  /** Those with most neighbours, by id. */
  greatest: string[];
}

export interface GroupsFound {
  groups: Group[];
  groupCount: number;
  /** The greatest of all groups listed. */
  excerpt: Excerpt;
}

/** What the thread says of a network that has more ties than it holds. */
export interface TooLarge {
  tooLarge: { version: string };
}

/** What the thread answers; what failed is the database's. */
export type GraphAnswer<Found> =
  { facts: NetworkFacts; found: Found } | TooLarge | { failed: { message: string; code?: string } };

/** What each question finds; null where a node is not in the network. */
export interface FoundBy {
  greatest: Excerpt;
  around: (Excerpt & { isWhole: boolean }) | null;
  places: Excerpt;
  paths: PathsFound;
  changes: ChangesFound;
  reach: Reach | null;
  groups: GroupsFound;
}
