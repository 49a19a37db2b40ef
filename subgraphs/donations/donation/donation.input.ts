import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { MoneyInput } from '#shared/keyed-input.js';
import { Currency } from '#shared/money.js';
import { DateScalar, DecimalScalar } from '#shared/scalars.js';
import { DonationKind, Valuation } from './donation.entity.js';

export enum ContributionKind {
  DONATION = 'DONATION',
  SPONSORSHIP = 'SPONSORSHIP',
  SERVICE_FEE = 'SERVICE_FEE',
  GOVERNMENT_GRANT = 'GOVERNMENT_GRANT',
}
registerEnumType(ContributionKind, {
  name: 'ContributionKind',
  description: 'What money is given for; only a DONATION is a gift and may have a receipt (R-RCP-03).',
});

const amountDescription = 'Yuan with at most two decimals, above 0 and at most 1000000000000.00.';

@InputType({ description: 'A kind of goods in a gift.' })
export class InKindItemInput {
  @Field(() => String, { description: '1 to 200 characters.' })
  name!: string;

  @Field(() => DecimalScalar, { description: 'Above 0; at most 15 digits before the point and 3 behind it.' })
  quantity!: string;

  @Field(() => String, {
    description: '1 to 20 characters, for instance 份; hours of service are never given a value (R-VAL-03).',
  })
  unit!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: `Fair value of all of them. ${amountDescription} None for NOT_MEASURABLE (R-VAL-01).`,
  })
  fairValue?: string | null;

  @Field(() => Valuation)
  valuation!: Valuation;
}

@InputType({ description: 'A gift, for a campaign, an organization or a project.' })
export class RecordDonationInput extends MoneyInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An OPEN campaign; its organization and project receive the gift unless others are named.',
  })
  campaignId?: string | null;

  @Field(() => ID, { nullable: true })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A project of the organization.' })
  projectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Not kept when the gift is anonymous.' })
  donorPartnerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'At most 200 characters. Not kept when the gift is anonymous (R-FND-13).',
  })
  donorName?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false })
  anonymous?: boolean | null;

  @Field(() => DonationKind)
  kind!: DonationKind;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: `${amountDescription} Needed for CASH; for IN_KIND it is the sum of the fair values.`,
  })
  amount?: string | null;

  @Field(() => Currency, { nullable: true, defaultValue: Currency.CNY })
  currency?: Currency | null;

  @Field(() => [InKindItemInput], { nullable: true, description: 'For IN_KIND, 1 to 200 kinds of goods.' })
  items?: InKindItemInput[] | null;

  @Field(() => DateScalar, {
    description: 'From 2000-01-01 to today; a pledge may name a later day.',
  })
  receivedOn!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Promised, not received (R-FND-14).',
  })
  pledged?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the receipt; an anonymous gift and a pledge have none (R-RCP-04).',
  })
  receiptNumber?: string | null;

  @Field(() => ContributionKind, { nullable: true, defaultValue: ContributionKind.DONATION })
  contributionKind?: ContributionKind | null;
}

@InputType({ description: 'Says that a pledge was received.' })
export class ReceiveDonationInput extends MoneyInput {
  @Field(() => ID)
  donationId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => DateScalar, { description: 'From 2000-01-01 to today.' })
  receivedOn!: string;

  @Field(() => String, { nullable: true, description: 'Number of the receipt; an anonymous gift has none.' })
  receiptNumber?: string | null;
}

@InputType({ description: 'Gives a donation back, whole or in part.' })
export class RefundDonationInput extends MoneyInput {
  @Field(() => ID)
  donationId!: string;

  @Field(() => DecimalScalar, { description: amountDescription })
  amount!: string;

  @Field(() => String, { description: '1 to 1,000 characters, without personal numbers.' })
  reason!: string;
}
