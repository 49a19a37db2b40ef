import { createRequire } from 'node:module';
import type betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import type * as routinesModule from 'graphology-shortest-path/indexed-brandes.js';
import { column, type NumberedGraph, type Progress, tellProgress } from './graph.js';

const load = createRequire(import.meta.url);
const routines = load('graphology-shortest-path/indexed-brandes') as typeof routinesModule;
let told: Progress | null = null;

// The library says nothing of how far it is. It takes its routine from there when it is loaded, and calls it once for each node.
const create = routines.createUnweightedIndexedBrandes;
const counted = (graph: Parameters<typeof create>[0]) => {
  const routine = create(graph) as ReturnType<typeof create> & { index: unknown };
  const count: ReturnType<typeof create> = (source) => {
    if (told !== null) tellProgress(told, source / graph.order);
    return routine(source);
  };
  return Object.assign(count, { index: routine.index });
};
(routines as { createUnweightedIndexedBrandes: unknown }).createUnweightedIndexedBrandes = counted;
const centrality = load('graphology-metrics/centrality/betweenness') as typeof betweennessModule.default;

export interface BetweennessFound {
  /** Share of all pairs of other nodes whose shortest ways lead over the node, 0 to 1: Brandes, 2/((n−1)(n−2)). */
  of: Float64Array;
  /** Share of the nodes that have less of it, 0 to 1. */
  percentiles: Float64Array;
  /** The nodes with most of it, of equal ones the first. */
  greatest: Uint32Array;
}

const greatestMax = 100;

/** Yields how much each node stands between others. */
export function betweenness(graph: NumberedGraph, progress: Progress): BetweennessFound {
  told = progress;
  // The library refuses a graph without nodes.
  const of = column(graph.order, graph.order === 0 ? {} : centrality(graph, { getEdgeWeight: null }));
  const ascending = [...of.keys()].sort((one, other) => (of[one] as number) - (of[other] as number));
  const percentiles = new Float64Array(graph.order);
  let below = 0;
  ascending.forEach((node, position) => {
    const before = ascending[position - 1];
    if (before !== undefined && of[before] !== of[node]) below = position;
    percentiles[node] = below / graph.order;
  });
  const descending = [...of.keys()].sort(
    (one, other) => (of[other] as number) - (of[one] as number) || one - other,
  );
  return { of, percentiles, greatest: Uint32Array.from(descending.slice(0, greatestMax)) };
}
