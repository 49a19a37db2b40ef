import type { EntityManager } from '@mikro-orm/postgresql';
import { byTies, excerptKey } from '../excerpt.js';
import {
  type Excerpt,
  type ExcerptEdge,
  type NetworkColumns,
  nodeKinds,
  type NetworkSelection,
} from '../protocol.js';
import { filterOf } from './filter.js';
import { edgesAmong, type TopNode } from './top.js';

/** Yields nodes of a large network with the edges between them; of these those with most ties, at most so many. */
export async function largeExcerpt(
  em: EntityManager,
  nodes: readonly TopNode[],
  { selection, version }: { selection: NetworkSelection; version: string },
  maxEdges = Infinity,
): Promise<Excerpt> {
  const ties = await edgesAmong(em, nodes, filterOf(selection));
  const edges = ties
    .map(({ partner, other, ...tie }) => ({ source: partner, target: other, ...tie }) as ExcerptEdge)
    .sort(byTies);
  const shown = edges.slice(0, maxEdges);
  const ids = nodes.map(({ id }) => id);
  return {
    key: excerptKey(`${version} ${JSON.stringify(selection)}`, ids, shown.length),
    // Nothing of the whole network is measured, so nobody asks for a node's place in it.
    nodes: nodes.map((node) => ({ ...node, place: -1 })),
    edges: shown,
    picture: pictureOf(nodes, edges),
  };
}

/** The kinds of ties between two nodes pull together. */
function pictureOf(nodes: readonly TopNode[], edges: readonly ExcerptEdge[]): NetworkColumns {
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]));
  const pairs = [...Map.groupBy(edges, ({ source, target }) => `${source} ${target}`).values()];
  const ends = (of: (edge: ExcerptEdge) => string) =>
    Uint32Array.from(pairs, ([edge]) => numbers.get(of(edge as ExcerptEdge)) as number);
  return {
    order: nodes.length,
    kinds: Uint8Array.from(nodes, ({ kind }) => nodeKinds.indexOf(kind)),
    sources: ends(({ source }) => source),
    targets: ends(({ target }) => target),
    weights: Float64Array.from(pairs, (kinds) => kinds.reduce((sum, { weight }) => sum + weight, 0)),
  };
}
