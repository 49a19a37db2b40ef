import { Arg, Args, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { badInput } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import { DateScalar } from '#shared/scalars.js';
import type { PartnersContext } from '../context.js';
import { ask, nodesOf } from './answer.js';
import { largeAround, largeGreatest, largePaths, largeReach } from './large/answers.js';
import {
  AroundArgs,
  checkedNumber,
  NetworkArgs,
  NetworkFilter,
  nodesMax,
  selectionOf,
} from './network.input.js';
import { changesOf, networkAnswer, pathsOf } from './network.questions.js';
import {
  LinkNetwork,
  LinkPath,
  NetworkChanges,
  NetworkNode,
  NetworkProgress,
  NetworkReach,
} from './network.result.js';

const brokersMax = 100;
const degreeMaxMost = 1_000_000;
const depthMax = 3;
/** Of all shortest ways between two nodes. */
const pathsMax = 20;
const edgesPerNode = 3;

const greatest = (filter: NetworkFilter | null | undefined, maxNodes: number) =>
  ({
    ask: 'greatest',
    selection: selectionOf(filter),
    maxNodes,
    maxEdges: maxNodes * edgesPerNode,
  }) as const;

/** What is asked of the network's nodes and the ways between them. */
@Resolver()
export class NetworkResolver {
  @Query(() => LinkNetwork, {
    description:
      'The relationship network: nodes are organizations, partners and projects, edges are links and agreements. Measures that take longer than 2 seconds answer UNAVAILABLE with how far they are, and go on. A network of more than 200,000 links and agreements is not measured (LIMIT_EXCEEDED): its nodes, edges, counts and coordinates are answered by the database.',
  })
  async linkNetwork(
    @Args(() => NetworkArgs) { filter, maxNodes }: NetworkArgs,
    @Ctx() context: PartnersContext,
  ): Promise<LinkNetwork> {
    const most = checkedNumber('maxNodes', maxNodes, [1, nodesMax]);
    const question = greatest(filter, most);
    const { facts, found } = await ask<'greatest'>(context.network, question, (version) =>
      largeGreatest(context, question, version),
    );
    const truncated = found.nodes.length < facts.nodeCount || found.edges.length < facts.edgeCount;
    return networkAnswer(context, facts, { ...found, truncated });
  }

  @Query(() => LinkNetwork, {
    nullable: true,
    description:
      'A node and what is at most `depth` steps from it, the nearest first; null when it is tied to nobody. Counts are those of the whole network.',
  })
  async egoNetwork(
    @Args(() => AroundArgs) { id, depth, filter, maxNodes }: AroundArgs,
    @Ctx() context: PartnersContext,
  ): Promise<LinkNetwork | null> {
    const most = checkedNumber('maxNodes', maxNodes, [1, nodesMax]);
    const question = {
      ...greatest(filter, most),
      ask: 'around',
      id: checkedId('id', id),
      depth: checkedNumber('depth', depth, [1, depthMax]),
    } as const;
    const { facts, found } = await ask<'around'>(context.network, question, (version) =>
      largeAround(context, question, version),
    );
    return found && networkAnswer(context, facts, { ...found, truncated: !found.isWhole });
  }

  @Query(() => [LinkPath], {
    description:
      'All shortest ways between two nodes, at most 20: the surest first (least sum of 1/confidence; PUBLISHED 1, REGISTERED 0.9, IMPORTED 0.7, SYNTHETIC 0.5), then by ids. Empty when nothing ties them.',
  })
  async linkPath(
    @Arg('from', () => ID) from: string,
    @Arg('to', () => ID) to: string,
    @Arg('filter', () => NetworkFilter, { nullable: true }) filter: NetworkFilter | null | undefined,
    @Ctx() context: PartnersContext,
  ): Promise<LinkPath[]> {
    const question = {
      ask: 'paths',
      selection: selectionOf(filter),
      from: checkedId('from', from),
      to: checkedId('to', to),
      most: pathsMax,
    } as const;
    const { facts, found } = await ask<'paths'>(context.network, question, (version) =>
      largePaths(context, question, version),
    );
    return pathsOf(context, facts, found);
  }

  @Query(() => [NetworkNode], {
    description:
      'The nodes with most betweenness, those who broker between others; of equal ones the first by id.',
  })
  async brokers(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 0 to 100.' })
    first: number | null,
    @Arg('filter', () => NetworkFilter, { nullable: true }) filter: NetworkFilter | null | undefined,
    @Arg('degreeMax', () => Int, {
      nullable: true,
      description:
        'Leaves out nodes with more neighbours than this: departments that everybody is tied to win trivially.',
    })
    degreeMax: number | null | undefined,
    @Ctx() context: PartnersContext,
  ): Promise<NetworkNode[]> {
    const { network } = context;
    const most = checkedNumber('first', first, [0, brokersMax]);
    const hubs = degreeMax == null ? null : checkedNumber('degreeMax', degreeMax, [1, degreeMaxMost]);
    const selection = selectionOf(filter, { degreeMax: hubs });
    const { facts } = await ask<'places'>(network, { ask: 'places', selection, places: [] });
    if (facts.nodeCount === 0) return [];
    const { greatest } = await network.measureWhole('betweenness', facts).found();
    const places = [...greatest.subarray(0, most)];
    const { facts: after, found } = await ask<'places'>(network, { ask: 'places', selection, places });
    // Something was written between the two questions: the places are those of other nodes.
    if (after.key !== facts.key) return this.brokers(first, filter, degreeMax, context);
    return nodesOf(context, facts, found);
  }

  @Query(() => NetworkChanges, {
    description:
      'What has been tied and what has ended between two days; `validOn` of the filter is not used.',
  })
  async linkNetworkChanges(
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar, { description: 'After `from`.' }) to: string,
    @Arg('filter', () => NetworkFilter, { nullable: true }) filter: NetworkFilter | null | undefined,
    @Ctx() context: PartnersContext,
  ): Promise<NetworkChanges> {
    if (from >= to) throw badInput('to', to, `a day after ${from} is expected`);
    return changesOf(context, selectionOf(filter, { heldOn: [from, to] }), [from, to]);
  }

  @Query(() => NetworkReach, {
    nullable: true,
    description:
      'How many are connected with a node at all, over whatever ways; null when it is tied to nobody.',
  })
  async networkReach(
    @Arg('id', () => ID) id: string,
    @Arg('filter', () => NetworkFilter, { nullable: true }) filter: NetworkFilter | null | undefined,
    @Ctx() context: PartnersContext,
  ): Promise<NetworkReach | null> {
    const question = { ask: 'reach', selection: selectionOf(filter), id: checkedId('id', id) } as const;
    const { found } = await ask<'reach'>(context.network, question, (version) =>
      largeReach(context, question, version),
    );
    if (found === null) return null;
    const { ORGANIZATION: organizations, PARTNER: partners, PROJECT: projects } = found;
    return Object.assign(new NetworkReach(), { organizations, partners, projects });
  }

  @Query(() => NetworkProgress, {
    description:
      'Begins the measures of a network that take long, or says how far they are; to be asked again and again.',
  })
  async linkNetworkProgress(
    @Args(() => NetworkArgs) { filter, maxNodes }: NetworkArgs,
    @Ctx() { network, momentary }: PartnersContext,
  ): Promise<NetworkProgress> {
    momentary();
    const most = checkedNumber('maxNodes', maxNodes, [1, nodesMax]);
    const { facts, found } = await ask<'greatest'>(network, greatest(filter, most));
    const betweenness = network.measureWhole('betweenness', facts).progress;
    const layout = network.measure('layout', found.key, found.picture).progress;
    const isReady = betweenness === 1 && layout === 1;
    return Object.assign(new NetworkProgress(), {
      betweenness,
      layout,
      isReady,
      dataVersion: facts.version,
    });
  }
}
