import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Money } from '#shared/money.js';
import { checkedId } from '#shared/id.js';
import { pageRequest, RootPageArgs } from '#shared/page.js';
import { DataWarning, warningsOf } from '#shared/warning.js';
import { Campaign } from '../campaign/campaign.entity.js';
import type { DonationsContext } from '../context.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { PartnerStub } from '../partner/partner.stub.js';
import { ProjectStub } from '../project/project.stub.js';
import { Donation, DonationKind, DonationStatus, InKindItem, Refund } from './donation.entity.js';
import { ReceiveDonationInput, RecordDonationInput, RefundDonationInput } from './donation.input.js';
import { searchDonations } from './donation.queries.js';
import {
  DonationConnection,
  ReceiveDonationResult,
  RecordDonationResult,
  RefundDonationResult,
} from './donation.result.js';
import { warnOfReceiptNumber } from './donation.rule.js';
import { recordDonation } from './donation.service.js';
import { donationTransitions } from './donation.status.js';
import { receiveDonation } from './receipt.service.js';
import { refundDonation } from './refund.service.js';

@Resolver(() => Donation)
export class DonationResolver {
  @Query(() => DonationConnection, {
    description: 'Donations, oldest record first; for finance and administrators only.',
  })
  async donations(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('campaign', () => ID, { nullable: true }) campaign: string | null | undefined,
    @Ctx() { em }: DonationsContext,
  ) {
    const campaignId = campaign == null ? null : checkedId('campaign', campaign);
    return new DonationConnection(await searchDonations(em, pageRequest(page, 'CREATED_AT'), campaignId));
  }

  @Mutation(() => RecordDonationResult, {
    description:
      'Records a gift or a pledge and books it. A gift only of goods that cannot be measured is kept and changes no sum (R-VAL-01).',
  })
  recordDonation(
    @Arg('input', () => RecordDonationInput) input: RecordDonationInput,
    @Ctx() context: DonationsContext,
  ) {
    return recordDonation(context, input);
  }

  @Mutation(() => ReceiveDonationResult, { description: 'Says that a pledge was received.' })
  receiveDonation(
    @Arg('input', () => ReceiveDonationInput) input: ReceiveDonationInput,
    @Ctx() context: DonationsContext,
  ) {
    return receiveDonation(context, input);
  }

  @Mutation(() => RefundDonationResult, {
    description: 'Gives a donation back, whole or in part, never more than it was; booked today.',
  })
  refundDonation(
    @Arg('input', () => RefundDonationInput) input: RefundDonationInput,
    @Ctx() context: DonationsContext,
  ) {
    return refundDonation(context, input);
  }

  @FieldResolver(() => Campaign, { nullable: true })
  campaign(@Root() { campaignId }: Donation, @Ctx() { campaignById }: DonationsContext) {
    return campaignId === null ? null : campaignById.load(campaignId);
  }

  @FieldResolver(() => Money, { description: 'Money received or pledged, or the fair value of the goods.' })
  amount(@Root() { amountFen }: Donation): Money {
    return new Money(amountFen);
  }

  @FieldResolver(() => Money, { description: 'Given back so far.' })
  refunded(@Root() { refundedFen }: Donation): Money {
    return new Money(refundedFen);
  }

  @FieldResolver(() => [InKindItem], { description: 'Goods of a gift in kind, at most 200 kinds.' })
  async items(
    @Root() { id, kind }: Donation,
    @Ctx() { itemsByDonation }: DonationsContext,
  ): Promise<InKindItem[]> {
    return kind === DonationKind.IN_KIND ? itemsByDonation.load(id) : [];
  }

  @FieldResolver(() => [Refund], { description: 'What was given back, oldest first.' })
  refunds(@Root() { id }: Donation, @Ctx() { refundsByDonation }: DonationsContext): PromiseLike<Refund[]> {
    return refundsByDonation.load(id);
  }

  @FieldResolver(() => PartnerStub, {
    nullable: true,
    description: 'Null for an anonymous donor (R-FND-13).',
  })
  donorPartner(@Root() { donorPartnerId }: Donation): PartnerStub | null {
    return donorPartnerId === null ? null : Object.assign(new PartnerStub(), { id: donorPartnerId });
  }

  @FieldResolver(() => OrganizationStub, { nullable: true })
  organization(@Root() { organizationId }: Donation): OrganizationStub | null {
    return organizationId === null ? null : Object.assign(new OrganizationStub(), { id: organizationId });
  }

  @FieldResolver(() => ProjectStub, { nullable: true })
  project(@Root() { projectId }: Donation): ProjectStub | null {
    return projectId === null ? null : Object.assign(new ProjectStub(), { id: projectId });
  }

  @FieldResolver(() => [DonationStatus], { description: 'Where it may go from here.' })
  allowedTransitions(@Root() { status }: Donation): readonly DonationStatus[] {
    return donationTransitions[status];
  }

  @FieldResolver(() => [DataWarning])
  warnings(@Root() { receiptNumber }: Donation): DataWarning[] {
    return warningsOf('receiptNumber', warnOfReceiptNumber(receiptNumber));
  }
}

@Resolver(() => InKindItem)
export class InKindItemResolver {
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'Fair value of all of them; null when it cannot be measured (R-VAL-01).',
  })
  fairValue(@Root() { fairValueFen }: InKindItem): Money | null {
    return fairValueFen === null ? null : new Money(fairValueFen);
  }
}

@Resolver(() => Refund)
export class RefundResolver {
  @FieldResolver(() => Money)
  amount(@Root() { amountFen }: Refund): Money {
    return new Money(amountFen);
  }
}
