import type { Export } from '#gateway/exports/export.js';
import { number, text } from './format/column.js';
import { gexf, gexfType } from './format/gexf.js';
import { graphml, graphmlType } from './format/graphml.js';
import { entityKindOf, nameOf, type Network, type NetworkEdge, type NetworkNode } from './network-parts.js';
import { tables } from './table.js';

const parameters = `$area: AreaCode, $edgeKinds: [EdgeKind!], $partnerKind: [PartnerKind!], $category: [ResourceCategory!],
  $validOn: Date, $maxNodes: Int`;
const filter = `filter: { area: $area, edgeKinds: $edgeKinds, partnerKind: $partnerKind, category: $category, validOn: $validOn }`;

const document = `query ExportNetwork(${parameters}) {
  linkNetwork(${filter}, maxNodes: $maxNodes) {
    nodes {
      id kind degree betweenness community x y
      organization { name kind }
      partner { name kind }
      project { name }
    }
    edges { source target kind weight validFrom validTo }
    nodeCount edgeCount truncated dataVersion
  }
}`;

/** As many nodes as one answer may have: a file that leaves out what a picture leaves out is no export. */
const nodesMax = 5_000;

/** The whole network is one answer: what a node means depends on all others. */
async function* networkOf(...[ask, asked]: Parameters<Export['read']>): AsyncGenerator<readonly [Network]> {
  const { linkNetwork } = await ask<{ linkNetwork: Network }>(document, { maxNodes: nodesMax, ...asked });
  yield [linkNetwork];
}

const documents = [document] as const;

const nodes = tables<NetworkNode>({
  name: 'network/nodes',
  documents,
  async *read(ask, asked) {
    for await (const [network] of networkOf(ask, asked)) yield network.nodes;
  },
  columns: [
    text('id', ({ id }) => id),
    text('name', nameOf),
    text('kind', ({ kind }) => kind),
    text('entityKind', entityKindOf),
    number('degree', ({ degree }) => degree),
    number('betweenness', ({ betweenness }) => betweenness),
    number('community', ({ community }) => community),
    number('x', ({ x }) => x),
    number('y', ({ y }) => y),
  ],
});

const edges = tables<NetworkEdge>({
  name: 'network/edges',
  documents,
  async *read(ask, asked) {
    for await (const [network] of networkOf(ask, asked)) yield network.edges;
  },
  columns: [
    text('source', ({ source }) => source),
    text('target', ({ target }) => target),
    text('kind', ({ kind }) => kind),
    number('weight', ({ weight }) => weight),
    text('validFrom', ({ validFrom }) => validFrom),
    text('validTo', ({ validTo }) => validTo),
  ],
});

const pictures: Export<Network>[] = [
  { name: 'network.gexf', contentType: gexfType, documents, read: networkOf, write: gexf },
  { name: 'network.graphml', contentType: graphmlType, documents, read: networkOf, write: graphml },
];

/** Who is linked with whom, for tables and for Gephi. */
export const network: Export[] = [...nodes, ...edges, ...pictures];
