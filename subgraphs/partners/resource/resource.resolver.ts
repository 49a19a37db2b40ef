import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { checkedId } from '#shared/id.js';
import { PageArgs, pageRequest, RootPageArgs } from '#shared/page.js';
import { AreaCodeScalar } from '#shared/scalars.js';
import type { PartnersContext } from '../context.js';
import { ResourceLinkConnection } from '../link/resource-link.result.js';
import { Partner } from '../partner/partner.entity.js';
import { idleOrder, searchIdleResources } from './idle.queries.js';
import { Resource } from './resource.entity.js';
import {
  PublishResourceInput,
  RegisterResourceInput,
  ResourceFilter,
  UpdateResourceInput,
  WithdrawResourceInput,
} from './resource.input.js';
import { searchResources } from './resource.queries.js';
import {
  PublishResourceResult,
  RegisterResourceResult,
  ResourceConnection,
  UpdateResourceResult,
  WithdrawResourceResult,
} from './resource.result.js';
import { publishResource, registerResource, updateResource, withdrawResource } from './resource.service.js';

@Resolver(() => Resource)
export class ResourceResolver {
  @Query(() => Resource, { nullable: true, description: 'One resource; null when there is none.' })
  async resource(
    @Arg('id', () => ID) id: string,
    @Ctx() { resourceById }: PartnersContext,
  ): Promise<Resource | null> {
    return resourceById.load(checkedId('id', id));
  }

  @Query(() => ResourceConnection, { description: 'Resources that fulfil a filter, oldest record first.' })
  async resources(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('filter', () => ResourceFilter, { nullable: true }) filter: ResourceFilter | null | undefined,
    @Ctx() { em }: PartnersContext,
  ) {
    return new ResourceConnection(await searchResources(em, pageRequest(page, 'CREATED_AT'), filter ?? {}));
  }

  @Query(() => ResourceConnection, {
    description: `Resources that lie idle, most idle first: PUBLISHED, available today and offered for 30 days at least, of which less than 20 %
was used in the 90 days before today. Used are the quantities of ACTIVE links, day by day; offered is the capacity on each day since it was
published and available. So none had an ACTIVE link in those days, or hardly any. Units differ, so the order is by idle days: the days it was
offered less the days on which all of it would have been used up as it was, from 0 to 90; then by id. An answer holds for the day.`,
  })
  async idleResources(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('area', () => AreaCodeScalar, { nullable: true }) area: string | null | undefined,
    @Ctx() { em }: PartnersContext,
  ) {
    return new ResourceConnection(await searchIdleResources(em, pageRequest(page, idleOrder), area ?? null));
  }

  @Mutation(() => RegisterResourceResult, {
    description: 'Adds a resource to a partner: by the partner itself or an administrator.',
  })
  registerResource(
    @Arg('input', () => RegisterResourceInput) input: RegisterResourceInput,
    @Ctx() context: PartnersContext,
  ) {
    return registerResource(context, input);
  }

  @Mutation(() => PublishResourceResult, {
    description: 'Offers a resource, so that it can be linked: by its partner or an administrator.',
  })
  publishResource(
    @Arg('input', () => PublishResourceInput) input: PublishResourceInput,
    @Ctx() context: PartnersContext,
  ) {
    return publishResource(context, input);
  }

  @Mutation(() => UpdateResourceResult, {
    description: 'Changes what a resource says: by its partner or an administrator.',
  })
  updateResource(
    @Arg('input', () => UpdateResourceInput) input: UpdateResourceInput,
    @Ctx() context: PartnersContext,
  ) {
    return updateResource(context, input);
  }

  @Mutation(() => WithdrawResourceResult, {
    description:
      'Takes a resource back: by its partner or an administrator. Its links stay as they are; it takes no new ones.',
  })
  withdrawResource(
    @Arg('input', () => WithdrawResourceInput) input: WithdrawResourceInput,
    @Ctx() context: PartnersContext,
  ) {
    return withdrawResource(context, input);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it lies idle, as `idleResources` lists it; of the day.',
  })
  async isIdle(@Root() { id }: Resource, @Ctx() { idleById }: PartnersContext): Promise<boolean> {
    return (await idleById.load(id)) !== null;
  }

  @FieldResolver(() => Partner)
  partner(@Root() { partner, partnerId }: Resource, @Ctx() { partnerById }: PartnersContext) {
    return partner ?? partnerById.load(partnerId);
  }

  @FieldResolver(() => ResourceLinkConnection, { description: 'Its links, oldest first.' })
  links(
    @Root() { id }: Resource,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { linksByResource }: PartnersContext,
  ) {
    return linksByResource({ page: pageRequest(page, 'CREATED_AT'), filter: {} })
      .load(id)
      .as((found) => new ResourceLinkConnection(found));
  }
}
