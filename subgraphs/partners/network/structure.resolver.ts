import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { PartnersContext } from '../context.js';
import { NetworkFilter, selectionOf } from './network.input.js';
import { communitiesOf, robustnessOf } from './structure.questions.js';
import { NetworkCommunities, NetworkRobustness } from './structure.result.js';

/** How the network as a whole is made. */
@Resolver()
export class NetworkStructureResolver {
  @Query(() => NetworkCommunities, { description: 'The communities of a network, the largest first.' })
  async linkCommunities(
    @Arg('filter', () => NetworkFilter, { nullable: true }) filter: NetworkFilter | null | undefined,
    @Ctx() context: PartnersContext,
  ): Promise<NetworkCommunities> {
    return communitiesOf(context, selectionOf(filter));
  }

  @Query(() => NetworkRobustness, {
    description:
      'Nodes and edges that alone hold parts of a network together: who is cut off if one of them leaves.',
  })
  async linkRobustness(
    @Arg('filter', () => NetworkFilter, { nullable: true }) filter: NetworkFilter | null | undefined,
    @Ctx() context: PartnersContext,
  ): Promise<NetworkRobustness> {
    return robustnessOf(context, selectionOf(filter));
  }
}
