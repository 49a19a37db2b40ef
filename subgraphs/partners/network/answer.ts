import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldsAsked } from '#shared/fields-asked.js';
import type { Found, NetworkAnalysis } from './analysis.js';
import type { EdgeKind, NodeKind } from './network.input.js';
import { NetworkEdge, NetworkNode } from './network.result.js';
import type { Excerpt, ExcerptEdge, GraphQuestion, NetworkFacts } from './protocol.js';

/** What answers of one request are made with. */
export interface Answering {
  em: EntityManager;
  network: NetworkAnalysis;
  fields: FieldsAsked;
}

/** Answers a question about a network that is not held in memory, at the version that is known of it. */
export type Beyond<Ask extends GraphQuestion['ask']> = (version: string) => Promise<Found<Ask>>;

/** Asks the network; one that is too large to be held is asked in the database where that can answer, and else LIMIT_EXCEEDED is thrown. */
export async function ask<Ask extends GraphQuestion['ask']>(
  network: NetworkAnalysis,
  question: Extract<GraphQuestion, { ask: Ask }>,
  beyond?: Beyond<Ask>,
): Promise<Found<Ask>> {
  const answer = await network.ask<Ask>(question);
  if (!('tooLarge' in answer)) return answer;
  if (beyond === undefined) throw network.tooLarge();
  return beyond(answer.tooLarge.version);
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
      ? network.measureWhole('betweenness', facts).found()
      : null,
    isMeasured && wants('community') ? network.measureWhole('communities', facts).found() : null,
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
