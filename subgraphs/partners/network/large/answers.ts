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
  // Each reads every tie, so they read at the same time.
  const [counts, components] = await Promise.all([
    countNetwork(em, filterOf(selection), maxNodes),
    componentsOf({ em, fields }, selection),
  ]);
  return {
    facts: unmeasured({ selection, version, counts, components }),
    found: await largeExcerpt(em, counts.nodes, { selection, version }, maxEdges),
  };
}

export async function largeAround(
  { em, fields }: Asking,
  { selection, id, depth, maxNodes, maxEdges }: Question<'around'>,
  version: string,
): Promise<Found<'around'>> {
  const wanted = fields.of('LinkNetwork');
  const isCounted = ['nodeCount', 'edgeCount', 'density'].some((name) => wanted.has(name));
  const [near, counts, components] = await Promise.all([
    reachable(em, { from: id, depth, filter: filterOf(selection) }),
    isCounted ? countNetwork(em, filterOf(selection), 0) : uncounted,
    componentsOf({ em, fields }, selection),
  ]);
  const facts = unmeasured({ selection, version, counts, components });
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
  const facts = unmeasured({ selection, version });
  return { facts, found: { paths, excerpt: await largeExcerpt(em, nodes, { selection, version }) } };
}

export async function largeReach(
  { em }: Asking,
  { selection, id }: Question<'reach'>,
  version: string,
): Promise<Found<'reach'>> {
  const facts = unmeasured({ selection, version });
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

async function componentsOf({ em, fields }: Asking, selection: NetworkSelection): Promise<number> {
  return fields.of('LinkNetwork').has('components') ? countComponents(em, filterOf(selection)) : 0;
}

interface Counted {
  selection: NetworkSelection;
  version: string;
  counts?: NetworkCounts;
  components?: number;
}

const unmeasured = ({ selection, version, counts = uncounted, components = 0 }: Counted): NetworkFacts => ({
  key: `${version} ${JSON.stringify(selection)}`,
  version,
  nodeCount: counts.nodeCount,
  edgeCount: counts.edgeCount,
  density: counts.density,
  components,
  columns: null,
});
