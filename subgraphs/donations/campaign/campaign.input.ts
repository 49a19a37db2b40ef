import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '#shared/keyed-input.js';
import { AreaCodeScalar, DateScalar, DecimalScalar } from '#shared/scalars.js';
import { FundraisingMode } from './campaign.entity.js';

const part = '1 to 1,000 characters.';

@InputType({ description: 'A fundraising plan; every part is needed (R-FND-04).' })
export class CampaignPlanInput {
  @Field(() => String, { nullable: true, description: part })
  purpose?: string | null;

  @Field(() => String, { nullable: true, description: `Where it raises. ${part}` })
  areas?: string | null;

  @Field(() => String, { nullable: true, description: `Only finance and administrators see it. ${part}` })
  responsiblePerson?: string | null;

  @Field(() => String, { nullable: true, description: `Only finance and administrators see it. ${part}` })
  officeAddress?: string | null;

  @Field(() => String, { nullable: true, description: part })
  waysOfReceiving?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `May be left out where no money is received by transfer; only finance and administrators see it. ${part}`,
  })
  bankAccount?: string | null;

  @Field(() => String, { nullable: true, description: part })
  beneficiaries?: string | null;

  @Field(() => String, { nullable: true, description: `What the money is for. ${part}` })
  use?: string | null;

  @Field(() => String, { nullable: true, description: `What raising it costs. ${part}` })
  cost?: string | null;

  @Field(() => String, { nullable: true, description: `What becomes of a surplus. ${part}` })
  surplus?: string | null;
}

@InputType({ description: 'A campaign that takes donations from its first day.' })
export class OpenCampaignInput extends MoneyInput {
  @Field(() => String, { description: '1 to 200 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Number under which its plan is filed (R-FND-16).' })
  filingNumber?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day of the filing: ten days before the start, in an emergency within ten days after it (R-FND-02, R-FND-03).',
  })
  filedOn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Answers a sudden emergency (R-FND-03).',
  })
  emergency?: boolean | null;

  @Field(() => FundraisingMode, { nullable: true })
  mode?: FundraisingMode | null;

  @Field(() => String, {
    nullable: true,
    description: 'For boxes and events outside the area of registration (R-FND-05); 1 to 50 characters.',
  })
  extraFilingNumber?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Designated internet platforms, at most 20 (R-FND-06).',
  })
  platformIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The charity that raises from the public; the organization is then the co-fundraiser (R-FND-07).',
  })
  fundraiserPartnerId?: string | null;

  @Field(() => ID, { nullable: true })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A project of the organization.' })
  projectId?: string | null;

  @Field(() => AreaCodeScalar, { nullable: true, description: "The organization's area when not given." })
  areaCode?: string | null;

  @Field(() => DateScalar, { description: '2000-01-01 or later.' })
  startsOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer runs; open when not given.',
  })
  endsOn?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Yuan with at most two decimals, above 0 and at most 1000000000000.00.',
  })
  target?: string | null;

  @Field(() => CampaignPlanInput, { nullable: true })
  plan?: CampaignPlanInput | null;
}

@InputType({ description: 'Ends a campaign as it was read.' })
export class CloseCampaignInput extends MoneyInput {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Calls it off instead: only while it received nothing.',
  })
  cancelled?: boolean | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters, without personal numbers.' })
  note?: string | null;
}
