import { type Answering, ask, edgeOf, nodesOf } from './answer.js';
import { type NetworkNode } from './network.result.js';
import type { Group, NetworkSelection } from './protocol.js';
import { CutPoint, NetworkCommunities, NetworkCommunity, NetworkRobustness } from './structure.result.js';

const communitiesMax = 100;
/** Below it communities are hardly more than chance (experience 3.3). */
const weakModularity = 0.3;
const bridgesMax = 100;

/** Yields the communities of a network as they are answered. */
export async function communitiesOf(
  answering: Answering,
  selection: NetworkSelection,
): Promise<NetworkCommunities> {
  const { network } = answering;
  const { facts } = await ask<'places'>(network, { ask: 'places', selection, places: [] });
  const measured =
    facts.nodeCount === 0 ? null : await network.measure('communities', facts.key, facts.columns).found();
  const groupOf = measured?.of ?? new Uint32Array();
  const { facts: after, found } = await ask<'groups'>(network, {
    ask: 'groups',
    selection,
    groupOf,
    most: communitiesMax,
  });
  // Something was written between the two questions: the numbers are those of other nodes.
  if (after.key !== facts.key) return communitiesOf(answering, selection);
  const nodes = new Map((await nodesOf(answering, facts, found.excerpt)).map((node) => [node.id, node]));
  const modularity = measured?.modularity ?? null;
  return Object.assign(new NetworkCommunities(), {
    communities: found.groups.map((group) => communityOf(group, nodes)),
    communityCount: found.groupCount,
    modularity,
    isWeak: modularity === null || modularity < weakModularity,
    dataVersion: facts.version,
  });
}

function communityOf(
  { number, counts, topPartnerKind, topAreaCode, greatest }: Group,
  nodes: ReadonlyMap<string, NetworkNode>,
): NetworkCommunity {
  const { ORGANIZATION: organizations, PARTNER: partners, PROJECT: projects } = counts;
  return Object.assign(new NetworkCommunity(), {
    community: number,
    size: organizations + partners + projects,
    organizations,
    partners,
    projects,
    topPartnerKind: topPartnerKind as NetworkCommunity['topPartnerKind'],
    topAreaCode,
    greatest: greatest.map((id) => nodes.get(id) as NetworkNode),
  });
}

/** Yields what alone holds parts of a network together, as it is answered. */
export async function robustnessOf(
  answering: Answering,
  selection: NetworkSelection,
): Promise<NetworkRobustness> {
  const { network } = answering;
  const { facts } = await ask<'places'>(network, { ask: 'places', selection, places: [] });
  const { points, pointCount, bridges } = await network
    .measure('robustness', facts.key, facts.columns)
    .found();
  const shown = bridges.slice(0, bridgesMax);
  const places = [...new Set([...points.map(({ node }) => node), ...shown.flat()])];
  const { facts: after, found } = await ask<'places'>(network, { ask: 'places', selection, places });
  if (after.key !== facts.key) return robustnessOf(answering, selection);
  const nodes = await nodesOf(answering, facts, found);
  const nodeAt = new Map(found.nodes.map(({ place }, position) => [place, nodes[position] as NetworkNode]));
  const placeOf = new Map(found.nodes.map(({ id, place }) => [id, place]));
  const isBridge = new Set(shown.map((pair) => pair.join()));
  return Object.assign(new NetworkRobustness(), {
    cutPoints: points.map(({ node, organizationsCutOff }) =>
      Object.assign(new CutPoint(), { node: nodeAt.get(node), organizationsCutOff }),
    ),
    cutPointCount: pointCount,
    bridges: found.edges
      .filter(({ source, target }) =>
        isBridge.has(
          [placeOf.get(source) as number, placeOf.get(target) as number].sort((a, b) => a - b).join(),
        ),
      )
      .map(edgeOf),
    bridgeCount: bridges.length,
    dataVersion: facts.version,
  });
}
