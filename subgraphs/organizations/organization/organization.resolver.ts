import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { badInput } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import { PageArgs, pageRequest, RootPageArgs } from '#shared/page.js';
import { normalizeUscc } from '#shared/uscc.js';
import { Area } from '../area/area.entity.js';
import { Award } from '../award/award.entity.js';
import type { OrganizationsContext } from '../context.js';
import { Incubation } from '../incubation/incubation.entity.js';
import { ProjectConnection } from '../project/project.result.js';
import { Organization } from './organization.entity.js';
import {
  OrganizationFilter,
  OrganizationOrder,
  RegisterOrganizationInput,
  UpdateOrganizationInput,
} from './organization.input.js';
import { searchOrganizations } from './organization.queries.js';
import {
  OrganizationConnection,
  RegisterOrganizationResult,
  UpdateOrganizationResult,
} from './organization.result.js';
import { registerOrganization, updateOrganization } from './organization.service.js';
import { findByUscc } from './organization.surroundings.js';

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, {
    nullable: true,
    description: 'One organization, by its id or its credit code; null when there is none.',
  })
  async organization(
    @Arg('id', () => ID, { nullable: true }) id: string | null | undefined,
    @Arg('uscc', () => String, { nullable: true }) uscc: string | null | undefined,
    @Ctx() { em, organizationById }: OrganizationsContext,
  ): Promise<Organization | null> {
    if ((id == null) === (uscc == null))
      throw badInput('organization', { id, uscc }, 'exactly one of id and uscc is expected');
    if (id != null) return organizationById.load(checkedId('id', id));
    return findByUscc(em, normalizeUscc(uscc ?? ''));
  }

  @Query(() => OrganizationConnection, { description: 'Organizations that fulfil a filter.' })
  async organizations(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('filter', () => OrganizationFilter, { nullable: true })
    filter: OrganizationFilter | null | undefined,
    @Arg('orderBy', () => OrganizationOrder, { nullable: true })
    orderBy: OrganizationOrder | null | undefined,
    @Ctx() { em, fields }: OrganizationsContext,
  ) {
    const order = orderBy ?? OrganizationOrder.CREATED_AT;
    return new OrganizationConnection(
      await searchOrganizations({ em, fields }, pageRequest(page, order), filter ?? {}, order),
    );
  }

  @Mutation(() => RegisterOrganizationResult, {
    description: 'Puts an organization on record: by an administrator.',
  })
  registerOrganization(
    @Arg('input', () => RegisterOrganizationInput) input: RegisterOrganizationInput,
    @Ctx() context: OrganizationsContext,
  ) {
    return registerOrganization(context, input);
  }

  @Mutation(() => UpdateOrganizationResult, {
    description:
      'Changes an organization: by itself what it says about itself, by an administrator everything.',
  })
  updateOrganization(
    @Arg('input', () => UpdateOrganizationInput) input: UpdateOrganizationInput,
    @Ctx() context: OrganizationsContext,
  ) {
    return updateOrganization(context, input);
  }

  @FieldResolver(() => Area)
  area(@Root() { areaCode }: Organization, @Ctx() { areaByCode }: OrganizationsContext) {
    return areaByCode.load(areaCode);
  }

  @FieldResolver(() => Organization, { nullable: true })
  parent(@Root() { parentId }: Organization, @Ctx() { organizationById }: OrganizationsContext) {
    return parentId === null ? null : organizationById.load(parentId);
  }

  @FieldResolver(() => OrganizationConnection)
  children(
    @Root() { id }: Organization,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { childrenByOrganization }: OrganizationsContext,
  ) {
    return childrenByOrganization(pageRequest(page, 'CREATED_AT'))
      .load(id)
      .as((found) => new OrganizationConnection(found));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The registered body that receives money for a FILED organization (R-REG-05).',
  })
  fiscalHost(@Root() { fiscalHostId }: Organization, @Ctx() { organizationById }: OrganizationsContext) {
    return fiscalHostId === null ? null : organizationById.load(fiscalHostId);
  }

  @FieldResolver(() => [Incubation], { description: 'Its incubations, latest first.' })
  incubations(
    @Root() { id }: Organization,
    @Ctx() { incubationsByOrganization }: OrganizationsContext,
  ): PromiseLike<Incubation[]> {
    return incubationsByOrganization.load(id);
  }

  @FieldResolver(() => ProjectConnection)
  projects(
    @Root() { id }: Organization,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { projectsByOrganization }: OrganizationsContext,
  ) {
    return projectsByOrganization(pageRequest(page, 'CREATED_AT'))
      .load(id)
      .as((found) => new ProjectConnection(found));
  }

  @FieldResolver(() => [Award])
  awards(
    @Root() { id }: Organization,
    @Ctx() { awardsByOrganization }: OrganizationsContext,
  ): PromiseLike<Award[]> {
    return awardsByOrganization.load(id);
  }
}
