import { createUnionType, Field, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { Money } from '#shared/money.js';
import { InvalidInput, InvalidTransition, Problem, StaleVersion, UnknownReference } from '#shared/problem.js';
import { CampaignStatus } from '../campaign/campaign.entity.js';
import { Donation } from './donation.entity.js';

export const DonationConnection = connectionType('Donation', () => Donation);

@ObjectType({
  implements: Problem,
  description:
    'The campaign takes no donation received on this day: it is not OPEN, has not begun or has ended.',
})
export class CampaignNotOpen extends Problem {
  @Field(() => CampaignStatus)
  status!: CampaignStatus;
}

@ObjectType({ implements: Problem, description: 'More would be given back than is left of the donation.' })
export class RefundExceedsDonation extends Problem {
  @Field(() => Money, { description: 'What can still be given back.' })
  refundable!: Money;
}

export const RecordDonationResult = createUnionType({
  name: 'RecordDonationResult',
  types: () => [Donation, InvalidInput, UnknownReference, CampaignNotOpen] as const,
});

export const ReceiveDonationResult = createUnionType({
  name: 'ReceiveDonationResult',
  types: () => [Donation, InvalidInput, InvalidTransition, StaleVersion] as const,
});

export const RefundDonationResult = createUnionType({
  name: 'RefundDonationResult',
  types: () => [Donation, InvalidInput, InvalidTransition, RefundExceedsDonation] as const,
});
