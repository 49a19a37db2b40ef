import { excerptOf, greatestNodes, type PlacedNetwork } from './excerpt.js';
import type { Network } from './network.js';
import type { Group, GroupsFound, Reach } from './protocol.js';

/** Of each group. */
const greatestShown = 5;

/** Tells of groups of nodes, in the order of their numbers, at most so many, who is in them. */
export function groupsIn(kept: PlacedNetwork, groupOf: Uint32Array, most: number): GroupsFound {
  const { network } = kept;
  const members = Map.groupBy(
    greatestNodes(network, network.order),
    (id) => groupOf[kept.places.get(id) as number],
  );
  const numbers = [...members.keys()].map(Number).sort((one, other) => one - other);
  const groups = numbers
    .slice(0, most)
    .map((number) => groupOfNodes(network, number, members.get(number) as string[]));
  return {
    groups,
    groupCount: numbers.length,
    excerpt: excerptOf(
      kept,
      groups.flatMap(({ greatest }) => greatest),
    ),
  };
}

function groupOfNodes(network: Network, number: number, ids: readonly string[]): Group {
  const attributes = ids.map((id) => network.getNodeAttributes(id));
  const counts: Reach = { ORGANIZATION: 0, PARTNER: 0, PROJECT: 0 };
  for (const { kind } of attributes) counts[kind] += 1;
  return {
    number,
    counts,
    topPartnerKind: mostFrequent(attributes.map(({ partnerKind }) => partnerKind)),
    topAreaCode: mostFrequent(attributes.map(({ areaCode }) => areaCode?.slice(0, 6) ?? null)),
    greatest: ids.slice(0, greatestShown),
  };
}

/** Yields the value that most have, of equal ones the first; null when nobody has one. */
function mostFrequent(values: readonly (string | null)[]): string | null {
  const counts = Map.groupBy(
    values.filter((value) => value !== null),
    (value) => value,
  );
  const [first] = [...counts].sort(
    ([one, these], [other, those]) => those.length - these.length || (one < other ? -1 : 1),
  );
  return first?.[0] ?? null;
}
