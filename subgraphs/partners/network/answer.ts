import { HubError } from '#shared/errors.js';
import type { FieldsAsked } from '#shared/fields-asked.js';
import type { Found, NetworkAnalysis } from './analysis.js';
import type { EdgeKind, NodeKind } from './network.input.js';
import { NetworkEdge, NetworkNode } from './network.result.js';
import type { Excerpt, ExcerptEdge, GraphQuestion, NetworkFacts } from './protocol.js';
import { tiesMax } from './tie-book.js';

/** What answers of one request are made with. */
export interface Answering {
  network: NetworkAnalysis;
  fields: FieldsAsked;
}

/** Asks the network; throws LIMIT_EXCEEDED when it is too large to be held. */
export async function ask<Ask extends GraphQuestion['ask']>(
  network: NetworkAnalysis,
  question: Extract<GraphQuestion, { ask: Ask }>,
): Promise<Found<Ask>> {
  const found = await network.ask<Ask>(question);
  if (found !== null) return found;
  throw new HubError(
    'LIMIT_EXCEEDED',
    `The network has more than ${tiesMax} links and agreements; choose a smaller one, by area, kind, category or day.`,
    { limit: 'networkTies', allowed: tiesMax },
  );
}

/** Yields nodes with what the operation asks of them; measures that nobody asks for are not taken. */
export async function nodesOf(
  { network, fields }: Answering,
  facts: NetworkFacts,
  excerpt: Excerpt,
): Promise<NetworkNode[]> {
  const asked = fields.of('NetworkNode');
  const wants = (...names: string[]) => names.some((name) => asked.has(name));
  const isMeasured = excerpt.nodes.length > 0;
  const [between, communities, places] = await Promise.all([
    isMeasured && wants('betweenness', 'betweennessPercentile')
      ? network.measure('betweenness', facts.key, facts.columns).found()
      : null,
    isMeasured && wants('community')
      ? network.measure('communities', facts.key, facts.columns).found()
      : null,
    isMeasured && wants('x', 'y') ? network.measure('layout', excerpt.key, excerpt.picture).found() : null,
  ]);
  return excerpt.nodes.map(({ id, kind, degree, place }, position) =>
    Object.assign(new NetworkNode(), {
      id,
      kind: kind as NodeKind,
      degree,
      betweenness: between?.of[place],
      betweennessPercentile: between?.percentiles[place],
      community: communities?.of[place],
      x: places?.[position * 2],
      y: places?.[position * 2 + 1],
    }),
  );
}

export const edgeOf = (edge: ExcerptEdge): NetworkEdge =>
  Object.assign(new NetworkEdge(), { ...edge, kind: edge.kind as EdgeKind });
