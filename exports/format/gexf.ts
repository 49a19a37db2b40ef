import type { ExportFacts } from '#gateway/exports/export.js';
import { entityKindOf, nameOf, type Network, type NetworkEdge, type NetworkNode } from '../network-parts.js';
import { beginningOf } from './about.js';
import { attributes, xmlDeclaration, xmlText } from './xml.js';

export const gexfType = 'application/gexf+xml; charset=utf-8';

/** So many elements are written at a time. */
const elementsAtOnce = 500;

/** Attributes of nodes and edges besides those that GEXF has itself, with their types. */
const nodeAttributes = {
  kind: 'string',
  entityKind: 'string',
  degree: 'integer',
  betweenness: 'double',
  community: 'integer',
};
const edgeAttributes = { kind: 'string', validFrom: 'string', validTo: 'string' };

/** Writes networks as GEXF 1.3, with their places as the hub has laid them out; Gephi opens it as it is. */
export async function* gexf(
  pages: AsyncIterable<readonly Network[]>,
  facts: ExportFacts,
): AsyncGenerator<string> {
  for await (const networks of pages)
    for (const network of networks) {
      yield opening(network, facts);
      yield* pieces(network.nodes, nodeText);
      yield '</nodes><edges>\n';
      yield* pieces(network.edges, edgeText);
      yield '</edges></graph></gexf>\n';
    }
}

/** Joins what is written of elements into longer pieces. */
export function* pieces<Element>(
  elements: readonly Element[],
  write: (element: Element, index: number) => string,
): Generator<string> {
  for (let from = 0; from < elements.length; from += elementsAtOnce) {
    const some = elements.slice(from, from + elementsAtOnce);
    yield some.map((element, index) => `${write(element, from + index)}\n`).join('');
  }
}

/** Says what a network is besides what every file says of itself. */
export const descriptionOf = (
  { truncated, dataVersion, nodeCount, edgeCount }: Network,
  facts: ExportFacts,
): string =>
  [
    ...beginningOf(facts),
    ['networkVersion', dataVersion],
    ['nodes', String(nodeCount)],
    ['edges', String(edgeCount)],
    ['truncated', truncated ? 'yes' : 'no'],
  ]
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');

function opening(network: Network, facts: ExportFacts): string {
  const day = facts.exportedAt.slice(0, 10);
  return `${xmlDeclaration}<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta lastmodifieddate="${day}"><creator>Linkage Hub</creator><description>${xmlText(descriptionOf(network, facts))}</description></meta>
<graph defaultedgetype="undirected" mode="static">
${declared('node', nodeAttributes)}
${declared('edge', edgeAttributes)}
<nodes>
`;
}

const declared = (of: string, types: Readonly<Record<string, string>>): string =>
  `<attributes class="${of}">${Object.entries(types)
    .map(([id, type]) => `<attribute${attributes({ id, title: id, type })}/>`)
    .join('')}</attributes>`;

function nodeText(node: NetworkNode): string {
  const { id, kind, degree, betweenness, community, x, y } = node;
  const values = valuesOf({ kind, entityKind: entityKindOf(node), degree, betweenness, community });
  return `<node${attributes({ id, label: nameOf(node) })}>${values}<viz:position${attributes({ x, y, z: 0 })}/></node>`;
}

/** Two nodes may have an edge of each kind: so `kind` is also the attribute that GEXF has for that. */
function edgeText({ source, target, kind, weight, validFrom, validTo }: NetworkEdge, id: number): string {
  return `<edge${attributes({ id, source, target, weight, kind })}>${valuesOf({ kind, validFrom, validTo })}</edge>`;
}

const valuesOf = (values: Readonly<Record<string, string | number | null>>): string =>
  `<attvalues>${Object.entries(values)
    .map(([name, value]) => (value === null ? '' : `<attvalue${attributes({ for: name, value })}/>`))
    .join('')}</attvalues>`;
