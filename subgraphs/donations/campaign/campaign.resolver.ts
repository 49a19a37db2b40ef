import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Money } from '#shared/money.js';
import { checkedId, pageRequest, RootPageArgs } from '#shared/page.js';
import { daysOf, Period } from '#shared/period.js';
import type { DonationsContext } from '../context.js';
import { FundSummary } from '../fund/fund.result.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { PartnerStub } from '../partner/partner.stub.js';
import { ProjectStub } from '../project/project.stub.js';
import { Campaign, CampaignStatus } from './campaign.entity.js';
import { searchCampaigns } from './campaign.queries.js';
import { CampaignConnection } from './campaign.result.js';

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
    @Ctx() { em }: DonationsContext,
  ) {
    return new CampaignConnection(await searchCampaigns(em, pageRequest(page, 'CREATED_AT'), status ?? null));
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
  ): Promise<FundSummary> {
    return fundsByOwner(daysOf(period)).load(`CAMPAIGN:${id}`);
  }
}
