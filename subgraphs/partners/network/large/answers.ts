import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldsAsked } from '#shared/fields-asked.js';
import type { Found } from '../analysis.js';
import type { GraphQuestion, NetworkFacts, NetworkSelection } from '../protocol.js';
import { componentOf, countComponents } from './components.js';
import { describeNodes } from './describe.js';
import { largeExcerpt } from './excerpt.js';
import { filterOf } from './filter.js';
import { shortestPaths } from './paths.js';
import { reachable } from './reach.js';
import { countNetwork, type NetworkCounts } from './top.js';

type Question<Ask extends GraphQuestion['ask']> = Extract<GraphQuestion, { ask: Ask }>;
interface Asking {
  em: EntityManager;
  fields: FieldsAsked;
}

/** What nobody asks for is not counted: every tie is read for it. */
const uncounted: NetworkCounts = { nodeCount: 0, pairCount: 0, edgeCount: 0, density: 0, nodes: [] };

// The database's answers about networks that no thread holds, in the form of the thread's. Nothing of them is measured.

export async function largeGreatest(
  { em, fields }: Asking,
  { selection, maxNodes, maxEdges }: Question<'greatest'>,
  version: string,
): Promise<Found<'greatest'>> {
  const counts = await countNetwork(em, filterOf(selection), maxNodes);
  return {
    facts: await factsOf({ em, fields }, { selection, version, counts }),
    found: await largeExcerpt(em, counts.nodes, { selection, version }, maxEdges),
  };
}

export async function largeAround(
  { em, fields }: Asking,
  { selection, id, depth, maxNodes, maxEdges }: Question<'around'>,
  version: string,
): Promise<Found<'around'>> {
  const near = await reachable(em, { from: id, depth, filter: filterOf(selection) });
  const wanted = fields.of('LinkNetwork');
  const isCounted = ['nodeCount', 'edgeCount', 'density'].some((name) => wanted.has(name));
  const counts = isCounted ? await countNetwork(em, filterOf(selection), 0) : uncounted;
  const facts = await factsOf({ em, fields }, { selection, version, counts });
  if (near.length === 0) return { facts, found: null };
  const ids = near.slice(0, maxNodes).map((node) => node.id);
  const nodes = await describeNodes(em, ids, selection);
  const excerpt = await largeExcerpt(em, nodes, { selection, version }, maxEdges);
  return { facts, found: { ...excerpt, isWhole: near.length === nodes.length } };
}

export async function largePaths(
  { em }: Asking,
  { selection, from, to, most }: Question<'paths'>,
  version: string,
): Promise<Found<'paths'>> {
  const paths = await shortestPaths(em, { from, to, filter: filterOf(selection), most });
  const nodes = await describeNodes(em, [...new Set(paths.flat())], selection);
  const facts = unmeasured({ selection, version, counts: uncounted });
  return { facts, found: { paths, excerpt: await largeExcerpt(em, nodes, { selection, version }) } };
}

export async function largeReach(
  { em }: Asking,
  { selection, id }: Question<'reach'>,
  version: string,
): Promise<Found<'reach'>> {
  const facts = unmeasured({ selection, version, counts: uncounted });
  const { organizations, partners, projects } = await componentOf(em, {
    of: id,
    filter: filterOf(selection),
  });
  const isTied = organizations + partners + projects > 0;
  return {
    facts,
    found: isTied ? { ORGANIZATION: organizations, PARTNER: partners, PROJECT: projects } : null,
  };
}

interface Counted {
  selection: NetworkSelection;
  version: string;
  counts: NetworkCounts;
}

async function factsOf({ em, fields }: Asking, counted: Counted): Promise<NetworkFacts> {
  const isAsked = fields.of('LinkNetwork').has('components');
  const components = isAsked ? await countComponents(em, filterOf(counted.selection)) : 0;
  return { ...unmeasured(counted), components };
}

const unmeasured = ({ selection, version, counts }: Counted): NetworkFacts => ({
  key: `${version} ${JSON.stringify(selection)}`,
  version,
  nodeCount: counts.nodeCount,
  edgeCount: counts.edgeCount,
  density: counts.density,
  components: 0,
  columns: null,
});
