import { UndirectedGraph as CutGraph } from 'data-structure-typed';
import { connectedComponents } from 'graphology-components';
import { nodeKinds } from '../protocol.js';
import { type NumberedGraph, type Progress, tellProgress } from './graph.js';

/** Of so many articulation points, the greatest, it is counted what they hold. */
const countedPoints = 100;

export interface RobustnessFound {
  /** Nodes without which others lose contact, those that hold most organizations first. */
  points: { node: number; organizationsCutOff: number }[];
  pointCount: number;
  /** Edges without which others lose contact, by their nodes. */
  bridges: [number, number][];
}

/** Finds the nodes and edges that alone hold parts of the network together. */
export function robustness(graph: NumberedGraph, kinds: Uint8Array, progress: Progress): RobustnessFound {
  const cuts = new CutGraph<null>();
  for (const node of graph.nodes()) cuts.addVertex(node, null);
  graph.forEachEdge((_edge, _attributes, source, target) => cuts.addEdge(source, target));
  const { cutVertices, bridges } = cuts.tarjan();
  const points = [...new Set(cutVertices.map(({ key }) => String(key)))].sort(
    (one, other) => graph.degree(other) - graph.degree(one) || Number(one) - Number(other),
  );
  const rest = graph.copy() as NumberedGraph;
  return {
    points: points
      .slice(0, countedPoints)
      .map((node, position, all) => {
        tellProgress(progress, position / all.length);
        return { node: Number(node), organizationsCutOff: organizationsCutOff(rest, node, kinds) };
      })
      .sort((one, other) => other.organizationsCutOff - one.organizationsCutOff || one.node - other.node),
    pointCount: points.length,
    bridges: bridges
      .map(({ endpoints: [one, other] }): [number, number] => {
        const ends = [Number(one), Number(other)].sort((a, b) => a - b);
        return [ends[0] as number, ends[1] as number];
      })
      .sort(([one, two], [three, four]) => one - three || two - four),
  };
}

/** Organizations that, without a node, are no longer in the greatest of the parts that it held together. */
function organizationsCutOff(graph: NumberedGraph, node: string, kinds: Uint8Array): number {
  const neighbours = new Map(
    graph.mapNeighbors(node, (other) => [other, graph.getEdgeAttributes(node, other)]),
  );
  graph.dropNode(node);
  const parts = connectedComponents(graph)
    .filter((part) => part.some((member) => neighbours.has(member)))
    .map((part) => part.filter((member) => isOrganization(kinds, member)).length)
    .sort((one, other) => other - one);
  graph.addNode(node);
  for (const [other, attributes] of neighbours) graph.addEdge(node, other, attributes);
  return parts.slice(1).reduce((sum, count) => sum + count, 0);
}

const isOrganization = (kinds: Uint8Array, node: string): boolean =>
  nodeKinds[kinds[Number(node)] as number] === 'ORGANIZATION';
