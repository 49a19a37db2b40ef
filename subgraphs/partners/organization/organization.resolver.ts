import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, pageRequest } from '#shared/page.js';
import type { PartnersContext } from '../context.js';
import { ResourceLinkFilter } from '../link/resource-link.input.js';
import { ResourceLinkConnection } from '../link/resource-link.result.js';
import { Partner } from '../partner/partner.entity.js';
import { OrganizationStub } from './organization.stub.js';

@Resolver(() => OrganizationStub)
export class OrganizationResolver {
  @FieldResolver(() => ResourceLinkConnection, {
    description: "Links of partners' resources to this organization, oldest first.",
  })
  resourceLinks(
    @Root() { id }: OrganizationStub,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResourceLinkFilter, { nullable: true })
    filter: ResourceLinkFilter | null | undefined,
    @Ctx() { linksByOrganization }: PartnersContext,
  ) {
    return linksByOrganization({ page: pageRequest(page, 'CREATED_AT'), filter: filter ?? {} })
      .load(id)
      .as((found) => new ResourceLinkConnection(found));
  }

  @FieldResolver(() => [Partner], {
    description: 'Partners with an ACTIVE link to it, by id; at most 1,000.',
  })
  partners(
    @Root() { id }: OrganizationStub,
    @Ctx() { partnerIdsByOrganization, partnerById }: PartnersContext,
  ) {
    return partnerIdsByOrganization
      .load(id)
      .as((linked) => linked.map((partner) => partnerById.load(partner.id)));
  }
}
