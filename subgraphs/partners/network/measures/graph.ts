import { UndirectedGraph } from 'graphology';
import type { NetworkColumns } from '../protocol.js';

/** Nodes are their numbers, as texts: graphology's keys. */
export type NumberedGraph = UndirectedGraph<Record<string, never>, { weight: number }>;

/**
 * Builds the graph of a network's columns. Its edges are added in the order of their nodes, whatever order they come in: forces and
 * moves add up by it, and the same data has the same picture and communities.
 */
export function graphOf({ order, sources, targets, weights }: Omit<NetworkColumns, 'kinds'>): NumberedGraph {
  const graph: NumberedGraph = new UndirectedGraph();
  for (let node = 0; node < order; node += 1) graph.addNode(node);
  const edges = Array.from(sources, (source, edge) => {
    const target = targets[edge] as number;
    return { one: Math.min(source, target), other: Math.max(source, target), edge };
  });
  edges.sort((first, second) => first.one - second.one || first.other - second.other);
  for (const { one, other, edge } of edges) graph.addEdge(one, other, { weight: weights[edge] as number });
  return graph;
}

/** Writes a value per node in the nodes' order. */
export function column(order: number, values: Readonly<Record<string, number>>): Float64Array {
  const list = new Float64Array(order);
  for (const [node, value] of Object.entries(values)) list[Number(node)] = value;
  return list;
}

/** How far a measure has come, in thousandths; seen by the thread that waits for it. */
export type Progress = Int32Array;

export const tellProgress = (progress: Progress, done: number): void => {
  Atomics.store(progress, 0, Math.floor(done * 1_000));
};
