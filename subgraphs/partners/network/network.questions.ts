import { type Answering, ask, edgeOf, nodesOf } from './answer.js';
import { LinkNetwork, LinkPath, NetworkChanges } from './network.result.js';
import type { Excerpt, ExcerptEdge, NetworkFacts, NetworkSelection, PathsFound } from './protocol.js';

/** Lists of changes are for a screen. */
const changesMax = 500;

/** Yields a network, or a part of it, as it is answered. */
export async function networkAnswer(
  answering: Answering,
  facts: NetworkFacts,
  { truncated, ...excerpt }: Excerpt & { truncated: boolean },
): Promise<LinkNetwork> {
  const { network, fields } = answering;
  const wantsModularity = fields.of('LinkNetwork').has('modularity') && facts.nodeCount > 0;
  const [nodes, communities] = await Promise.all([
    nodesOf(answering, facts, excerpt),
    wantsModularity ? network.measure('communities', facts.key, facts.columns).found() : null,
  ]);
  const { nodeCount, edgeCount, density, components, version: dataVersion } = facts;
  return Object.assign(new LinkNetwork(), {
    nodes,
    edges: excerpt.edges.map(edgeOf),
    nodeCount,
    edgeCount,
    density,
    components,
    modularity: communities?.modularity ?? null,
    truncated,
    dataVersion,
  });
}

/** Yields ways as they are answered. */
export async function pathsOf(
  answering: Answering,
  facts: NetworkFacts,
  { excerpt, paths }: PathsFound,
): Promise<LinkPath[]> {
  const nodes = new Map((await nodesOf(answering, facts, excerpt)).map((node) => [node.id, node]));
  const edges = Map.groupBy(excerpt.edges, pairOf);
  return paths.map((ids) => {
    const steps = ids.slice(1).map((target, position) => ({ source: ids[position] as string, target }));
    return Object.assign(new LinkPath(), {
      nodes: ids.map((id) => nodes.get(id)),
      edges: steps.flatMap((step) => edges.get(pairOf(step)) ?? []).map(edgeOf),
      length: steps.length,
    });
  });
}

/** Edges have no direction. */
const pairOf = ({ source, target }: Pick<ExcerptEdge, 'source' | 'target'>): string =>
  source < target ? `${source} ${target}` : `${target} ${source}`;

/** Compares the network of a selection on two days. */
export async function changesOf(
  answering: Answering,
  selection: NetworkSelection,
  [from, to]: readonly [string, string],
): Promise<NetworkChanges> {
  const { facts, found } = await ask<'changes'>(answering.network, {
    ask: 'changes',
    selection,
    from,
    to,
    most: changesMax,
  });
  const { excerpt, added, ended, ...rest } = found;
  return Object.assign(new NetworkChanges(), {
    ...rest,
    nodes: await nodesOf(answering, facts, excerpt),
    added: added.map(edgeOf),
    ended: ended.map(edgeOf),
    dataVersion: facts.version,
  });
}
