import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '#shared/scalars.js';
import { EdgeKind, NodeKind } from './network.input.js';
import type { ExcerptEdge } from './protocol.js';

@ObjectType({
  description:
    'An organization, a partner or a project in the relationship network. Measures are those of the whole network of the filter, also where it is shown in part; coordinates are those of what is shown.',
})
export class NetworkNode {
  @Field(() => ID, { description: 'Of the organization, partner or project.' })
  id!: string;

  @Field(() => NodeKind)
  kind!: NodeKind;

  @Field(() => Int, { description: 'Number of its neighbours.' })
  degree!: number;

  @Field(() => Float, {
    description:
      'Share of all pairs of other nodes whose shortest ways lead over it, 0 to 1 (Brandes, normalized by 2/((n−1)(n−2))).',
  })
  betweenness!: number;

  @Field(() => Float, { description: 'Share of the nodes with less betweenness, 0 to 1.' })
  betweennessPercentile!: number;

  @Field(() => Int, {
    description: 'Its community (Louvain, an edge counts by its ties): 0 is the largest of the network.',
  })
  community!: number;

  @Field(() => Float, { description: 'Where it stands (ForceAtlas2); the same data has the same picture.' })
  x!: number;

  @Field(() => Float)
  y!: number;
}

@ObjectType({ description: 'All ties of one kind between two nodes; it has no direction.' })
export class NetworkEdge implements Omit<ExcerptEdge, 'kind'> {
  @Field(() => ID)
  source!: string;

  @Field(() => ID)
  target!: string;

  @Field(() => EdgeKind)
  kind!: EdgeKind;

  @Field(() => Float, { description: 'Number of its links or agreements.' })
  weight!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the first of them; null when one is without a beginning.',
  })
  validFrom!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which none holds any more; null while one is open-ended.',
  })
  validTo!: string | null;
}

@ObjectType({ description: 'The relationship network of a filter: who is tied with whom.' })
export class LinkNetwork {
  @Field(() => [NetworkNode], { description: 'Those with most neighbours first.' })
  nodes!: NetworkNode[];

  @Field(() => [NetworkEdge], {
    description: 'Between the nodes shown, those with most ties first; at most three times maxNodes.',
  })
  edges!: NetworkEdge[];

  @Field(() => Int, { description: 'Of the whole network, also where fewer are shown.' })
  nodeCount!: number;

  @Field(() => Int, {
    description: 'Of the whole network; two kinds of ties between two nodes are two edges.',
  })
  edgeCount!: number;

  @Field(() => Float, { description: 'Share of all pairs of nodes that are neighbours, 0 to 1.' })
  density!: number;

  @Field(() => Int, { description: 'Parts of the network that nothing ties to each other.' })
  components!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'How well the communities are set apart, −0.5 to 1; below 0.3 hardly. Null without edges.',
  })
  modularity!: number | null;

  @Field(() => Boolean, { description: 'Whether the network has more than is shown.' })
  truncated!: boolean;

  @Field(() => String, { description: 'Equal as long as nothing was written to the partners subgraph.' })
  dataVersion!: string;
}

@ObjectType({ description: 'A shortest way between two nodes.' })
export class LinkPath {
  @Field(() => [NetworkNode], { description: 'In their order on the way, both ends among them.' })
  nodes!: NetworkNode[];

  @Field(() => [NetworkEdge], {
    description: 'In their order on the way; two where a step has ties of two kinds.',
  })
  edges!: NetworkEdge[];

  @Field(() => Int, { description: 'Number of steps.' })
  length!: number;
}

@ObjectType({ description: 'How the network of a filter differs between two days.' })
export class NetworkChanges {
  @Field(() => [NetworkEdge], { description: 'Edges that hold on the later day only, at most 500.' })
  added!: NetworkEdge[];

  @Field(() => [NetworkEdge], { description: 'Edges that hold on the earlier day only, at most 500.' })
  ended!: NetworkEdge[];

  @Field(() => Int)
  addedCount!: number;

  @Field(() => Int)
  endedCount!: number;

  @Field(() => [NetworkNode], {
    description: 'Nodes of these edges, as they stand in the network of both days.',
  })
  nodes!: NetworkNode[];

  @Field(() => [ID], { description: 'Those of them that are tied to somebody on the later day only.' })
  joined!: string[];

  @Field(() => [ID], { description: 'Those of them that are tied to somebody on the earlier day only.' })
  left!: string[];

  @Field(() => String)
  dataVersion!: string;
}

@ObjectType({ description: 'The part of the network that hangs together with one node, itself among it.' })
export class NetworkReach {
  @Field(() => Int)
  organizations!: number;

  @Field(() => Int)
  partners!: number;

  @Field(() => Int)
  projects!: number;
}

@ObjectType({ description: 'How far the measures of a network are that take long.' })
export class NetworkProgress {
  @Field(() => Float, { description: '0 to 1.' })
  betweenness!: number;

  @Field(() => Float, { description: '0 to 1.' })
  layout!: number;

  @Field(() => Boolean, { description: 'Both are there: `linkNetwork` answers at once.' })
  isReady!: boolean;

  @Field(() => String)
  dataVersion!: string;
}
