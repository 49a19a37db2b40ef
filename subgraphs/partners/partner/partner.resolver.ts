import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { badInput } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import { PageArgs, pageRequest, RootPageArgs } from '#shared/page.js';
import { DateScalar } from '#shared/scalars.js';
import { today } from '#shared/today.js';
import { examineUscc } from '#shared/uscc.js';
import { DataWarning, warningsOf } from '#shared/warning.js';
import { CooperationAgreement } from '../agreement/agreement.entity.js';
import type { PartnersContext } from '../context.js';
import { ResourceLinkFilter } from '../link/resource-link.input.js';
import { ResourceLinkConnection } from '../link/resource-link.result.js';
import { LinkedOrganizationConnection } from '../organization/organization.stub.js';
import { FundraisingQualification } from '../qualification/qualification.entity.js';
import { mayFundraise } from '../qualification/qualification.examination.js';
import { ResourceFilter } from '../resource/resource.input.js';
import { ResourceConnection } from '../resource/resource.result.js';
import { Partner } from './partner.entity.js';
import { PartnerFilter, RegisterPartnerInput, UpdatePartnerInput } from './partner.input.js';
import { findPartnerByUscc, searchPartners } from './partner.queries.js';
import { PartnerConnection, RegisterPartnerResult, UpdatePartnerResult } from './partner.result.js';
import { registerPartner, updatePartner } from './partner.service.js';
import { examinePartnerUscc } from './partner.uscc.js';

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
    const { code, errors } = examineUscc(uscc ?? '');
    // What is no code belongs to nobody, and need not be one that the database can take.
    return errors.length > 0 ? null : findPartnerByUscc(em, code);
  }

  @Query(() => PartnerConnection, { description: 'Partners that fulfil a filter, oldest record first.' })
  async partners(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('filter', () => PartnerFilter, { nullable: true }) filter: PartnerFilter | null | undefined,
    @Ctx() { em }: PartnersContext,
  ) {
    return new PartnerConnection(await searchPartners(em, pageRequest(page, 'CREATED_AT'), filter ?? {}));
  }

  @Mutation(() => RegisterPartnerResult, { description: 'Adds an institution: by an administrator.' })
  registerPartner(
    @Arg('input', () => RegisterPartnerInput) input: RegisterPartnerInput,
    @Ctx() context: PartnersContext,
  ) {
    return registerPartner(context, input);
  }

  @Mutation(() => UpdatePartnerResult, {
    description: 'Changes names and seat of a partner: by the partner itself or an administrator.',
  })
  updatePartner(
    @Arg('input', () => UpdatePartnerInput) input: UpdatePartnerInput,
    @Ctx() context: PartnersContext,
  ) {
    return updatePartner(context, input);
  }

  @FieldResolver(() => [DataWarning], {
    description:
      'What a person should look at: the older check inside the credit code (R-USCC-05), a division or a kind that does not fit it (R-USCC-07, R-USCC-08).',
  })
  warnings(@Root() { uscc, kind }: Partner): DataWarning[] {
    return uscc === null ? [] : warningsOf('uscc', examinePartnerUscc(uscc, kind, 'WARNING').warnings);
  }

  @FieldResolver(() => [FundraisingQualification], {
    description: 'Qualifications for public fundraising that are on record, oldest first.',
  })
  qualifications(@Root() { id }: Partner, @Ctx() { qualificationsByPartner }: PartnersContext) {
    return qualificationsByPartner.load(id);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether it may raise money in public on a day, today when none is given; null when no qualification is on record (R-FND-01, R-FND-15).',
  })
  mayFundraise(
    @Root() { id }: Partner,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null | undefined,
    @Ctx() { qualificationsByPartner }: PartnersContext,
  ): PromiseLike<boolean | null> {
    return qualificationsByPartner
      .load(id)
      .as((qualifications) => mayFundraise(qualifications, on ?? today()));
  }

  @FieldResolver(() => [CooperationAgreement])
  agreements(
    @Root() { id }: Partner,
    @Ctx() { agreementsByPartner }: PartnersContext,
  ): PromiseLike<CooperationAgreement[]> {
    return agreementsByPartner.load(id);
  }

  @FieldResolver(() => ResourceConnection, { description: 'What it offers, oldest record first.' })
  resources(
    @Root() { id }: Partner,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResourceFilter, { nullable: true }) filter: ResourceFilter | null | undefined,
    @Ctx() { resourcesByPartner }: PartnersContext,
  ) {
    return resourcesByPartner({ page: pageRequest(page, 'CREATED_AT'), filter: filter ?? {} })
      .load(id)
      .as((found) => new ResourceConnection(found));
  }

  @FieldResolver(() => ResourceLinkConnection, { description: 'Links of its resources, oldest first.' })
  resourceLinks(
    @Root() { id }: Partner,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ResourceLinkFilter, { nullable: true })
    filter: ResourceLinkFilter | null | undefined,
    @Ctx() { linksByPartner }: PartnersContext,
  ) {
    return linksByPartner({ page: pageRequest(page, 'CREATED_AT'), filter: filter ?? {} })
      .load(id)
      .as((found) => new ResourceLinkConnection(found));
  }

  @FieldResolver(() => LinkedOrganizationConnection, {
    description: 'Organizations with an ACTIVE link to it, by id.',
  })
  linkedOrganizations(
    @Root() { id }: Partner,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { organizationsByPartner }: PartnersContext,
  ) {
    return organizationsByPartner(pageRequest(page, 'ID'))
      .load(id)
      .as((found) => new LinkedOrganizationConnection(found));
  }
}
