import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { badInput } from '#shared/errors.js';
import { checkedId, PageArgs, pageRequest, RootPageArgs } from '#shared/page.js';
import { CooperationAgreement } from '../agreement/agreement.entity.js';
import type { PartnersContext } from '../context.js';
import { ResourceLinkFilter } from '../link/resource-link.input.js';
import { ResourceLinkConnection } from '../link/resource-link.result.js';
import { LinkedOrganizationConnection } from '../organization/organization.stub.js';
import { ResourceFilter } from '../resource/resource.input.js';
import { ResourceConnection } from '../resource/resource.result.js';
import { Partner } from './partner.entity.js';
import { PartnerFilter } from './partner.input.js';
import { searchPartners } from './partner.queries.js';
import { PartnerConnection } from './partner.result.js';

@Resolver(() => Partner)
export class PartnerResolver {
  @Query(() => Partner, {
    nullable: true,
    description: 'One partner, by its id or its credit code; null when there is none.',
  })
  async partner(
    @Arg('id', () => ID, { nullable: true }) id: string | null | undefined,
    @Arg('uscc', () => String, { nullable: true }) uscc: string | null | undefined,
    @Ctx() { em, partnerById }: PartnersContext,
  ): Promise<Partner | null> {
    if ((id == null) === (uscc == null))
      throw badInput('partner', { id, uscc }, 'exactly one of id and uscc is expected');
    if (id != null) return partnerById.load(checkedId('id', id));
    return em.findOne(Partner, { uscc: uscc?.trim().toUpperCase() ?? '' });
  }

  @Query(() => PartnerConnection, { description: 'Partners that fulfil a filter, oldest record first.' })
  async partners(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('filter', () => PartnerFilter, { nullable: true }) filter: PartnerFilter | null | undefined,
    @Ctx() { em }: PartnersContext,
  ) {
    return new PartnerConnection(await searchPartners(em, pageRequest(page, 'CREATED_AT'), filter ?? {}));
  }

  @FieldResolver(() => [CooperationAgreement])
  agreements(
    @Root() { id }: Partner,
    @Ctx() { agreementsByPartner }: PartnersContext,
  ): Promise<CooperationAgreement[]> {
    return agreementsByPartner.load(id);
  }

  @FieldResolver(() => ResourceConnection, { description: 'What it offers, oldest record first.' })
  async resources(
    @Root() { id }: Partner,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResourceFilter, { nullable: true }) filter: ResourceFilter | null | undefined,
    @Ctx() { resourcesByPartner }: PartnersContext,
  ) {
    return new ResourceConnection(
      await resourcesByPartner({ page: pageRequest(page, 'CREATED_AT'), filter: filter ?? {} }).load(id),
    );
  }

  @FieldResolver(() => ResourceLinkConnection, { description: 'Links of its resources, oldest first.' })
  async resourceLinks(
    @Root() { id }: Partner,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResourceLinkFilter, { nullable: true })
    filter: ResourceLinkFilter | null | undefined,
    @Ctx() { linksByPartner }: PartnersContext,
  ) {
    return new ResourceLinkConnection(
      await linksByPartner({ page: pageRequest(page, 'CREATED_AT'), filter: filter ?? {} }).load(id),
    );
  }

  @FieldResolver(() => LinkedOrganizationConnection, {
    description: 'Organizations with an ACTIVE link to it, by id.',
  })
  async linkedOrganizations(
    @Root() { id }: Partner,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { organizationsByPartner }: PartnersContext,
  ) {
    return new LinkedOrganizationConnection(await organizationsByPartner(pageRequest(page, 'ID')).load(id));
  }
}
