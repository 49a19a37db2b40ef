import { Field, Float, Int, ObjectType } from 'type-graphql';
import { AreaCodeScalar } from '#shared/scalars.js';
import { PartnerKind } from '../partner/partner.entity.js';
import { NetworkEdge, NetworkNode } from './network.result.js';

@ObjectType({ description: 'Nodes that are tied with each other more than with others.' })
export class NetworkCommunity {
  @Field(() => Int, { description: 'As NetworkNode.community: 0 is the largest.' })
  community!: number;

  @Field(() => Int)
  size!: number;

  @Field(() => Int)
  organizations!: number;

  @Field(() => Int)
  partners!: number;

  @Field(() => Int)
  projects!: number;

  @Field(() => PartnerKind, { nullable: true, description: 'The kind of most of its partners.' })
  topPartnerKind!: PartnerKind | null;

  @Field(() => AreaCodeScalar, { nullable: true, description: 'The county of most of its organizations.' })
  topAreaCode!: string | null;

  @Field(() => [NetworkNode], { description: 'Its nodes with most neighbours, at most 5.' })
  greatest!: NetworkNode[];
}

@ObjectType({ description: 'How a network falls into communities (Louvain).' })
export class NetworkCommunities {
  @Field(() => [NetworkCommunity], { description: 'The largest first, at most 100.' })
  communities!: NetworkCommunity[];

  @Field(() => Int, { description: 'Of all, also those that are not listed.' })
  communityCount!: number;

  @Field(() => Float, { nullable: true, description: 'As LinkNetwork.modularity.' })
  modularity!: number | null;

  @Field(() => Boolean, {
    description: 'True below a modularity of 0.3: the communities are hardly more than chance.',
  })
  isWeak!: boolean;

  @Field(() => String)
  dataVersion!: string;
}

@ObjectType({ description: 'A node without which others lose contact (articulation point).' })
export class CutPoint {
  @Field(() => NetworkNode)
  node!: NetworkNode;

  @Field(() => Int, {
    description:
      'Organizations that, if it leaves, are cut off from the greatest part of what it held together.',
  })
  organizationsCutOff!: number;
}

@ObjectType({ description: 'What alone holds parts of the network together.' })
export class NetworkRobustness {
  @Field(() => [CutPoint], {
    description:
      'Those without which most organizations lose contact first, of the 100 with most neighbours.',
  })
  cutPoints!: CutPoint[];

  @Field(() => Int)
  cutPointCount!: number;

  @Field(() => [NetworkEdge], { description: 'Edges without which others lose contact, at most 100.' })
  bridges!: NetworkEdge[];

  @Field(() => Int)
  bridgeCount!: number;

  @Field(() => String)
  dataVersion!: string;
}
