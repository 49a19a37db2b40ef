import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageRequest, RootPageArgs } from '#shared/page.js';
import { AreaCodeScalar } from '#shared/scalars.js';
import type { PartnersContext } from '../context.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { Partner, PartnerKind } from '../partner/partner.entity.js';
import { ProjectStub } from '../project/project.stub.js';
import { Resource } from '../resource/resource.entity.js';
import { moveLink } from './resource-link.service.js';
import { LinkEvent, ResourceLink, ResourceLinkStatus } from './resource-link.entity.js';
import { MoveLinkInput, ProposeLinkInput, ResourceLinkFilter } from './resource-link.input.js';
import { proposeLink } from './proposal.service.js';
import { listLinkedOrganizations, searchResourceLinks } from './resource-link.queries.js';
import { MoveLinkResult, ProposeLinkResult, ResourceLinkConnection } from './resource-link.result.js';
import { linkTransitions } from './resource-link.status.js';

@Resolver(() => ResourceLink)
export class ResourceLinkResolver {
  @Query(() => ResourceLinkConnection, { description: 'Links that fulfil a filter, oldest first.' })
  async resourceLinks(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('filter', () => ResourceLinkFilter, { nullable: true })
    filter: ResourceLinkFilter | null | undefined,
    @Ctx() { em }: PartnersContext,
  ) {
    return new ResourceLinkConnection(
      await searchResourceLinks(em, pageRequest(page, 'CREATED_AT'), filter ?? {}),
    );
  }

  @Query(() => [ID], {
    description:
      'For other subgraphs only: organizations with an ACTIVE link or an agreement, valid today, with a partner of this kind.',
  })
  @Directive('@inaccessible')
  linkedOrganizationIds(
    @Arg('partnerKind', () => PartnerKind) partnerKind: PartnerKind,
    @Arg('area', () => AreaCodeScalar, { nullable: true }) area: string | null | undefined,
    @Arg('among', () => [ID], { nullable: true }) among: string[] | null | undefined,
    @Ctx() { em }: PartnersContext,
  ): Promise<string[]> {
    return listLinkedOrganizations(em, { partnerKind, area: area ?? null, among: among ?? null });
  }

  @Mutation(() => ProposeLinkResult, {
    description: 'Proposes a resource to an organization: by its partner or an administrator.',
  })
  proposeLink(
    @Arg('input', () => ProposeLinkInput) input: ProposeLinkInput,
    @Ctx() context: PartnersContext,
  ) {
    return proposeLink(context, input);
  }

  @Mutation(() => MoveLinkResult, {
    description:
      'Takes one step of a link: by its partner, its organization or an administrator. A partner does not answer its own proposal.',
  })
  moveLink(@Arg('input', () => MoveLinkInput) input: MoveLinkInput, @Ctx() context: PartnersContext) {
    return moveLink(context, input);
  }

  @FieldResolver(() => [ResourceLinkStatus], {
    description: 'Where it may go from here; none when it is final.',
  })
  allowedTransitions(@Root() { status }: ResourceLink): readonly ResourceLinkStatus[] {
    return linkTransitions[status];
  }

  @FieldResolver(() => Resource)
  resource(@Root() { resource, resourceId }: ResourceLink, @Ctx() { resourceById }: PartnersContext) {
    return resource ?? resourceById.load(resourceId);
  }

  @FieldResolver(() => Partner)
  partner(@Root() { partner, partnerId }: ResourceLink, @Ctx() { partnerById }: PartnersContext) {
    return partner ?? partnerById.load(partnerId);
  }

  @FieldResolver(() => OrganizationStub)
  organization(@Root() { organizationId }: ResourceLink): OrganizationStub {
    return Object.assign(new OrganizationStub(), { id: organizationId });
  }

  @FieldResolver(() => ProjectStub, { nullable: true })
  project(@Root() { projectId }: ResourceLink): ProjectStub | null {
    return projectId === null ? null : Object.assign(new ProjectStub(), { id: projectId });
  }

  @FieldResolver(() => [LinkEvent], { description: 'Its history, oldest first.' })
  events(@Root() { id }: ResourceLink, @Ctx() { eventsByLink }: PartnersContext): PromiseLike<LinkEvent[]> {
    return eventsByLink.load(id);
  }
}
