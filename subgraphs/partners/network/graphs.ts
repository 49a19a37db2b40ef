import { countConnectedComponents } from 'graphology-components';
import { undirectedDensity } from 'graphology-metrics/graph/density.js';
import { subgraph } from 'graphology-operators';
import { bfsFromNode } from 'graphology-traversal';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { changesBetween } from './changes.js';
import { columnsOf, excerptOf, greatestNodes, nodesAround, type PlacedNetwork, placesOf } from './excerpt.js';
import { groupsIn } from './groups.js';
import { type Network, networkOf } from './network.js';
import { shortestPaths } from './paths.js';
import type {
  FoundBy,
  GraphAnswer,
  GraphQuestion,
  NetworkFacts,
  NetworkSelection,
  Reach,
} from './protocol.js';
import type { Tie } from './tie.js';
import { TieBook } from './tie-book.js';

/** Of these many filters the network is kept until something is written. */
const keptNetworks = 16;

interface Kept extends PlacedNetwork {
  ties: Tie[];
  facts: NetworkFacts;
}

/** The networks of one database: built from its ties, kept by filter and version, and asked. */
export class Graphs {
  private readonly book: TieBook;
  private readonly kept = new LRUCache<string, Kept>({ max: keptNetworks });

  constructor(tiesMax: number) {
    this.book = new TieBook(tiesMax);
  }

  /** Answers from everything that was committed before the call. */
  async answer(
    client: pg.Client,
    question: GraphQuestion,
  ): Promise<GraphAnswer<FoundBy[GraphQuestion['ask']]>> {
    await this.book.refresh(client);
    const kept = await this.networkFor(client, question.selection);
    if (kept === null) return { tooLarge: true };
    return { facts: kept.facts, found: find(kept, question) };
  }

  private async networkFor(client: pg.Client, selection: NetworkSelection): Promise<Kept | null> {
    const key = `${this.book.version} ${keyOf(selection)}`;
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept;
    const ties = await this.book.select(client, selection);
    if (ties === null) return null;
    const network = withoutHubs(networkOf(ties), selection.degreeMax);
    const places = placesOf(network);
    const made = { ties, network, places, key, facts: factsOf(network, places, key, this.book.version) };
    this.kept.set(key, made);
    return made;
  }
}

/** Lists that mean the same are written alike. */
function keyOf({ area, edgeKinds, partnerKinds, categories, heldOn, degreeMax }: NetworkSelection): string {
  const sorted = (list: readonly string[] | null) => list && [...new Set(list)].sort();
  return JSON.stringify([area, ...[edgeKinds, partnerKinds, categories, heldOn].map(sorted), degreeMax]);
}

function withoutHubs(network: Network, degreeMax: number | null): Network {
  if (degreeMax === null) return network;
  return subgraph(network, (node) => network.degree(node) <= degreeMax) as Network;
}

function factsOf(network: Network, places: Map<string, number>, key: string, version: string): NetworkFacts {
  return {
    key,
    version,
    nodeCount: network.order,
    edgeCount: network.reduceEdges((count, _edge, { parts }) => count + parts.length, 0),
    density: network.order < 2 ? 0 : undirectedDensity(network),
    components: countConnectedComponents(network),
    columns: columnsOf(network, places),
  };
}

function find(kept: Kept, question: GraphQuestion): FoundBy[GraphQuestion['ask']] {
  const { ties, network } = kept;
  const excerpt = (ids: readonly string[], maxEdges?: number) => excerptOf(kept, ids, maxEdges);
  switch (question.ask) {
    case 'greatest':
      return excerpt(greatestNodes(network, question.maxNodes), question.maxEdges);
    case 'around': {
      const { id, depth, maxNodes, maxEdges } = question;
      if (!network.hasNode(id)) return null;
      const near = nodesAround(network, id, depth);
      return { ...excerpt(near.slice(0, maxNodes), maxEdges), isWhole: near.length <= maxNodes };
    }
    case 'places': {
      const ids = network.nodes();
      return excerpt(question.places.flatMap((place) => ids[place] ?? []));
    }
    case 'paths': {
      const paths = shortestPaths(network, question.from, question.to, question.most);
      return { paths, excerpt: excerpt([...new Set(paths.flat())]) };
    }
    case 'changes':
      return changesBetween(kept, ties, [question.from, question.to], question.most);
    case 'reach':
      return network.hasNode(question.id) ? reachOf(network, question.id) : null;
    case 'groups':
      return groupsIn(kept, question.groupOf, question.most);
  }
}

function reachOf(network: Network, id: string): Reach {
  const reach: Reach = { ORGANIZATION: 0, PARTNER: 0, PROJECT: 0 };
  bfsFromNode(network, id, (_node, { kind }) => {
    reach[kind as keyof Reach] += 1;
  });
  return reach;
}
