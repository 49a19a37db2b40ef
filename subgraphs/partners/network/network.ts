import { UndirectedGraph } from 'graphology';
import { doubtOf, type EdgeKindName, type NodeKindName, type Tie } from './tie.js';

export interface NodeAttributes {
  kind: NodeKindName;
  /** Where an organization's ties say that it is. */
  areaCode: string | null;
  /** What a partner's ties say that it is. */
  partnerKind: string | null;
}

/** All ties of one kind between two nodes. */
export interface EdgePart {
  kind: EdgeKindName;
  ties: number;
  validFrom: string | null;
  validTo: string | null;
}

export interface EdgeAttributes {
  /** Number of ties. */
  weight: number;
  /** Of the surest tie, in millionths of 1/confidence. */
  doubt: number;
  parts: EdgePart[];
}

/** Nodes in the order of their ids, at most one edge between two of them. */
export type Network = UndirectedGraph<NodeAttributes, EdgeAttributes>;

/** Builds the network of ties; equal ties make an equal network, whatever their order. */
export function networkOf(ties: readonly Tie[]): Network {
  const network: Network = new UndirectedGraph();
  for (const [id, attributes] of [...nodesOf(ties)].sort(([one], [other]) => (one < other ? -1 : 1)))
    network.addNode(id, attributes);
  for (const tie of ties) {
    addTie(network, tie, tie.organizationId);
    if (tie.projectId !== null) addTie(network, tie, tie.projectId);
  }
  return network;
}

function nodesOf(ties: readonly Tie[]): Map<string, NodeAttributes> {
  const nodes = new Map<string, NodeAttributes>();
  for (const { partnerId, partnerKind, organizationId, areaCode, projectId } of ties) {
    nodes.set(partnerId, { kind: 'PARTNER', partnerKind, areaCode: null });
    nodes.set(organizationId, { kind: 'ORGANIZATION', partnerKind: null, areaCode });
    if (projectId !== null) nodes.set(projectId, { kind: 'PROJECT', partnerKind: null, areaCode: null });
  }
  return nodes;
}

function addTie(network: Network, tie: Tie, target: string): void {
  const { partnerId, kind, validFrom, validTo } = tie;
  const doubt = doubtOf(tie);
  const edge = network.edge(partnerId, target);
  if (edge === undefined) {
    network.addEdge(partnerId, target, { weight: 1, doubt, parts: [{ kind, ties: 1, validFrom, validTo }] });
    return;
  }
  const attributes = network.getEdgeAttributes(edge);
  attributes.weight += 1;
  attributes.doubt = Math.min(attributes.doubt, doubt);
  const part = attributes.parts.find((one) => one.kind === kind);
  if (part === undefined) {
    attributes.parts.push({ kind, ties: 1, validFrom, validTo });
    return;
  }
  part.ties += 1;
  part.validFrom = earlier(part.validFrom, validFrom);
  part.validTo = later(part.validTo, validTo);
}

/** Null is without bound. */
const earlier = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? null : one < other ? one : other;
const later = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? null : one > other ? one : other;
