import { setTimeout as pause } from 'node:timers/promises';
import type { Ask, Export } from '#gateway/exports/export.js';
import { HubError } from '#shared/errors.js';
import { number, text } from './format/column.js';
import { gexf, gexfType } from './format/gexf.js';
import { graphml, graphmlType } from './format/graphml.js';
import { entityKindOf, nameOf, type Network, type NetworkEdge, type NetworkNode } from './network-parts.js';
import { tables } from './table.js';

const parameters = `$area: AreaCode, $edgeKinds: [EdgeKind!], $partnerKind: [PartnerKind!], $category: [ResourceCategory!],
  $validOn: Date, $maxNodes: Int`;
const filter = `filter: { area: $area, edgeKinds: $edgeKinds, partnerKind: $partnerKind, category: $category, validOn: $validOn }`;

const counts = 'nodeCount edgeCount truncated dataVersion';
const edgeFields = 'edges { source target kind weight validFrom validTo }';

const document = `query ExportNetwork(${parameters}) {
  linkNetwork(${filter}, maxNodes: $maxNodes) {
    nodes {
      id kind degree betweenness community x y
      organization { name kind }
      partner { name kind }
      project { name }
    }
    ${edgeFields} ${counts}
  }
}`;

/** Without what has to be measured. */
const edgesDocument = `query ExportNetworkEdges(${parameters}) {
  linkNetwork(${filter}, maxNodes: $maxNodes) { ${edgeFields} ${counts} }
}`;

/** As many as the API shows at once. */
const nodesMax = 5_000;
/** Doubled each time, for the network may be large or nearly done. */
const askAgainMs = 500;
/** Some ten seconds in all: proxies wait 15 for the first byte. */
const asksMax = 4;

/**
 * Asks for the whole network, which is one answer: what a node means depends on all others. While it is being measured it is asked for
 * again. One that is too large is refused, unless the client says how many nodes it takes.
 */
async function networkOf<Part>(question: string, ask: Ask, asked: Asked): Promise<Part> {
  for (let asks = 1; ; asks += 1) {
    try {
      const variables = { maxNodes: nodesMax, ...asked };
      const { linkNetwork } = await ask<{ linkNetwork: Part & Counts }>(question, variables);
      if (linkNetwork.truncated && asked['maxNodes'] === undefined) throw tooLarge(linkNetwork);
      return linkNetwork;
    } catch (error) {
      if (!isBeingMeasured(error) || asks === asksMax) throw error;
      await pause(askAgainMs * 2 ** (asks - 1));
    }
  }
}

type Asked = Parameters<Export['read']>[1];
type Counts = Pick<Network, 'nodeCount' | 'edgeCount' | 'truncated'>;

const isBeingMeasured = (error: unknown): boolean =>
  error instanceof HubError &&
  error.extensions['code'] === 'UNAVAILABLE' &&
  typeof error.extensions['progress'] === 'number';

const tooLarge = ({ nodeCount, edgeCount }: Counts): HubError =>
  new HubError(
    'LIMIT_EXCEEDED',
    `The network has ${nodeCount} nodes and ${edgeCount} edges; at most ${nodesMax} nodes and 3 edges for each are written: choose a part of it, or say by maxNodes how many of the best connected you want.`,
    { argument: 'maxNodes' },
  );

async function* wholeNetwork(ask: Ask, asked: Asked): AsyncGenerator<readonly [Network]> {
  yield [await networkOf<Network>(document, ask, asked)];
}

const nodes = tables<NetworkNode>({
  name: 'network/nodes',
  documents: [document],
  async *read(ask, asked) {
    yield (await networkOf<Pick<Network, 'nodes'>>(document, ask, asked)).nodes;
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
  documents: [edgesDocument],
  async *read(ask, asked) {
    yield (await networkOf<Pick<Network, 'edges'>>(edgesDocument, ask, asked)).edges;
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
  { name: 'network.gexf', contentType: gexfType, documents: [document], read: wholeNetwork, write: gexf },
  {
    name: 'network.graphml',
    contentType: graphmlType,
    documents: [document],
    read: wholeNetwork,
    write: graphml,
  },
];

/** Who is linked with whom, for tables and for Gephi. */
export const network: Export[] = [...nodes, ...edges, ...pictures];
