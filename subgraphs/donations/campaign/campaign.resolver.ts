import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Money } from '#shared/money.js';
import { checkedId } from '#shared/id.js';
import { pageRequest, RootPageArgs } from '#shared/page.js';
import { daysOf, Period } from '#shared/period.js';
import { AreaCodeScalar } from '#shared/scalars.js';
import { today } from '#shared/today.js';
import { DataWarning, warningsOf } from '#shared/warning.js';
import type { DonationsContext } from '../context.js';
import { FundSummary } from '../fund/fund.result.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { PartnerStub } from '../partner/partner.stub.js';
import { ProjectStub } from '../project/project.stub.js';
import { CampaignEvent } from './campaign-event.entity.js';
import { type CampaignContact, CampaignPlan } from './campaign-plan.entity.js';
import { Campaign, CampaignStatus } from './campaign.entity.js';
import { CloseCampaignInput, OpenCampaignInput } from './campaign.input.js';
import { searchCampaigns } from './campaign.queries.js';
import { CampaignConnection, CloseCampaignResult, OpenCampaignResult } from './campaign.result.js';
import { warnOfCampaign } from './campaign.rule.js';
import { openCampaign } from './campaign.service.js';
import { campaignTransitions } from './campaign.status.js';
import { closeCampaign } from './closing.service.js';
import { Disclosure } from './disclosure.result.js';
import { disclosuresOf } from './disclosure.rule.js';

@Resolver(() => Campaign)
export class CampaignResolver {
  @Query(() => Campaign, { nullable: true, description: 'One campaign; null when there is none.' })
  async campaign(
    @Arg('id', () => ID) id: string,
    @Ctx() { campaignById }: DonationsContext,
  ): Promise<Campaign | null> {
    return campaignById.load(checkedId('id', id));
  }

  @Query(() => CampaignConnection, { description: 'Campaigns, oldest record first.' })
  async campaigns(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('status', () => [CampaignStatus], { nullable: true }) status: CampaignStatus[] | null | undefined,
    @Arg('area', () => AreaCodeScalar, {
      nullable: true,
      description: 'For this area or anywhere below it; those for no area are left out then.',
    })
    area: string | null | undefined,
    @Ctx() { em }: DonationsContext,
  ) {
    const request = pageRequest(page, 'CREATED_AT');
    return new CampaignConnection(await searchCampaigns(em, request, status ?? null, area ?? null));
  }

  @Mutation(() => OpenCampaignResult, { description: 'Opens a campaign for donations.' })
  openCampaign(
    @Arg('input', () => OpenCampaignInput) input: OpenCampaignInput,
    @Ctx() context: DonationsContext,
  ) {
    return openCampaign(context, input);
  }

  @Mutation(() => CloseCampaignResult, {
    description: 'Ends a campaign, or calls it off while it received nothing.',
  })
  closeCampaign(
    @Arg('input', () => CloseCampaignInput) input: CloseCampaignInput,
    @Ctx() context: DonationsContext,
  ) {
    return closeCampaign(context, input);
  }

  @FieldResolver(() => [CampaignEvent], { description: 'Its steps, oldest first.' })
  events(
    @Root() { id }: Campaign,
    @Ctx() { eventsByCampaign }: DonationsContext,
  ): PromiseLike<CampaignEvent[]> {
    return eventsByCampaign.load(id);
  }

  @FieldResolver(() => [CampaignStatus], {
    description: 'Where it may go from here; to CANCELLED only while it received nothing.',
  })
  allowedTransitions(@Root() { status }: Campaign): readonly CampaignStatus[] {
    return campaignTransitions[status];
  }

  @FieldResolver(() => [Disclosure], {
    description: 'What must be published and by when; without an end, up to the next (R-FND-08).',
  })
  disclosures(@Root() { startsOn, endsOn }: Campaign): Disclosure[] {
    return disclosuresOf(startsOn, endsOn, today());
  }

  @FieldResolver(() => [DataWarning], { description: 'What a person should look at (R-FND-01 to R-FND-16).' })
  warnings(@Root() campaign: Campaign): DataWarning[] {
    return warnOfCampaign(campaign).flatMap(({ field, findings }) => warningsOf(field, findings));
  }

  @FieldResolver(() => CampaignPlan, { nullable: true, description: 'Null when none is recorded.' })
  plan(@Root() { id, hasPlan }: Campaign, @Ctx() { planByCampaign }: DonationsContext) {
    return hasPlan ? planByCampaign.load(id) : null;
  }

  @FieldResolver(() => PartnerStub, {
    nullable: true,
    description: 'The charity that raises; null when the source names none.',
  })
  fundraiser(@Root() { fundraiserId }: Campaign): PartnerStub | null {
    return fundraiserId === null ? null : Object.assign(new PartnerStub(), { id: fundraiserId });
  }

  @FieldResolver(() => OrganizationStub, { nullable: true })
  organization(@Root() { organizationId }: Campaign): OrganizationStub | null {
    return organizationId === null ? null : Object.assign(new OrganizationStub(), { id: organizationId });
  }

  @FieldResolver(() => ProjectStub, { nullable: true })
  project(@Root() { projectId }: Campaign): ProjectStub | null {
    return projectId === null ? null : Object.assign(new ProjectStub(), { id: projectId });
  }

  @FieldResolver(() => Money, { nullable: true })
  target(@Root() { targetFen }: Campaign): Money | null {
    return targetFen === null ? null : new Money(targetFen);
  }

  @FieldResolver(() => FundSummary)
  funds(
    @Root() { id }: Campaign,
    @Arg('period', () => Period, { nullable: true }) period: Period | null | undefined,
    @Ctx() { fundsByOwner }: DonationsContext,
  ): PromiseLike<FundSummary> {
    return fundsByOwner(daysOf(period)).load(`CAMPAIGN:${id}`);
  }
}

@Resolver(() => CampaignPlan)
export class CampaignPlanResolver {
  @FieldResolver(() => String, { description: 'For finance and administrators only.' })
  async responsiblePerson(@Root() plan: CampaignPlan, @Ctx() context: DonationsContext): Promise<string> {
    return (await contactOf(plan, context)).responsiblePerson;
  }

  @FieldResolver(() => String, { description: 'For finance and administrators only.' })
  async officeAddress(@Root() plan: CampaignPlan, @Ctx() context: DonationsContext): Promise<string> {
    return (await contactOf(plan, context)).officeAddress;
  }

  @FieldResolver(() => String, { nullable: true, description: 'For finance and administrators only.' })
  async bankAccount(@Root() plan: CampaignPlan, @Ctx() context: DonationsContext): Promise<string | null> {
    return (await contactOf(plan, context)).bankAccount;
  }
}

/** A plan is written with its contact, and only whoever may read both asks for it. */
async function contactOf({ campaignId }: CampaignPlan, { contactByCampaign }: DonationsContext) {
  return (await contactByCampaign.load(campaignId)) as CampaignContact;
}
