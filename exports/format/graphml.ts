import type { ExportFacts } from '#gateway/exports/export.js';
import { entityKindOf, nameOf, type Network, type NetworkEdge, type NetworkNode } from '../network-parts.js';
import { descriptionOf, pieces } from './gexf.js';
import { attributes, xmlDeclaration, xmlText } from './xml.js';

export const graphmlType = 'application/graphml+xml; charset=utf-8';

/** GraphML has no names, weights or places of its own; these are what Gephi takes for them. */
const nodeKeys = {
  label: 'string',
  kind: 'string',
  entityKind: 'string',
  degree: 'int',
  betweenness: 'double',
  community: 'int',
  x: 'double',
  y: 'double',
};
const edgeKeys = { weight: 'double', kind: 'string', validFrom: 'string', validTo: 'string' };

/** Writes networks as GraphML. */
export async function* graphml(
  pages: AsyncIterable<readonly Network[]>,
  facts: ExportFacts,
): AsyncGenerator<string> {
  yield `${xmlDeclaration}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  yield declared('node', nodeKeys) + declared('edge', edgeKeys);
  for await (const networks of pages)
    for (const network of networks) {
      const description = xmlText(descriptionOf(network, facts));
      yield `<graph edgedefault="undirected"><desc>${description}</desc>\n`;
      yield* pieces(network.nodes, nodeText);
      yield* pieces(network.edges, edgeText);
      yield '</graph>\n';
    }
  yield '</graphml>\n';
}

const declared = (of: 'node' | 'edge', types: Readonly<Record<string, string>>): string =>
  Object.entries(types)
    .map(
      ([name, type]) =>
        `<key${attributes({ id: `${of}-${name}`, for: of, 'attr.name': name, 'attr.type': type })}/>\n`,
    )
    .join('');

function nodeText(node: NetworkNode): string {
  const { id, kind, degree, betweenness, community, x, y } = node;
  const data = {
    label: nameOf(node),
    kind,
    entityKind: entityKindOf(node),
    degree,
    betweenness,
    community,
    x,
    y,
  };
  return `<node${attributes({ id })}>${dataOf('node', data)}</node>`;
}

const edgeText = ({ source, target, weight, kind, validFrom, validTo }: NetworkEdge, index: number): string =>
  `<edge${attributes({ id: `edge-${index}`, source, target })}>${dataOf('edge', { weight, kind, validFrom, validTo })}</edge>`;

const dataOf = (of: 'node' | 'edge', values: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(values)
    .map(([name, value]) =>
      value === null ? '' : `<data key="${of}-${name}">${xmlText(String(value))}</data>`,
    )
    .join('');
