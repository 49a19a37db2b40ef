import { edgesOf, excerptOf, type PlacedNetwork } from './excerpt.js';
import { type Network, networkOf } from './network.js';
import type { ChangesFound, ExcerptEdge } from './protocol.js';
import { heldOn, type Tie } from './tie.js';

/** Compares a network's ties on two days: edges (by their nodes and kind) and nodes that hold on one of them only. */
export function changesBetween(
  whole: PlacedNetwork,
  ties: readonly Tie[],
  [from, to]: readonly [string, string],
  most: number,
): ChangesFound {
  const before = networkOf(ties.filter((tie) => heldOn(tie, from)));
  const after = networkOf(ties.filter((tie) => heldOn(tie, to)));
  const added = edgesOnlyIn(after, before);
  const ended = edgesOnlyIn(before, after);
  const joined = after.filterNodes((id) => !before.hasNode(id));
  const left = before.filterNodes((id) => !after.hasNode(id));
  const shown = { added: added.slice(0, most), ended: ended.slice(0, most) };
  const ids = new Set([...shown.added, ...shown.ended].flatMap(({ source, target }) => [source, target]));
  return {
    ...shown,
    excerpt: excerptOf(whole, [...ids].sort()),
    joined: joined.filter((id) => ids.has(id)),
    left: left.filter((id) => ids.has(id)),
    addedCount: added.length,
    endedCount: ended.length,
  };
}

function edgesOnlyIn(network: Network, other: Network): ExcerptEdge[] {
  return network.edges().flatMap((edge) => {
    const [source, target] = network.extremities(edge);
    const there = other.hasEdge(source, target) ? other.getEdgeAttribute(source, target, 'parts') : [];
    return edgesOf(network, edge).filter(({ kind }) => !there.some((part) => part.kind === kind));
  });
}
