import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';
import { AreaCodeScalar, DateScalar } from '#shared/scalars.js';

export enum CampaignStatus {
  DRAFT = 'DRAFT',
  FILED = 'FILED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(CampaignStatus, {
  name: 'CampaignStatus',
  description: 'State of a campaign; only an OPEN one takes donations.',
});

export enum FundraisingMode {
  DONATION_BOX = 'DONATION_BOX',
  EVENT = 'EVENT',
  MEDIA = 'MEDIA',
  OTHER = 'OTHER',
}
registerEnumType(FundraisingMode, {
  name: 'FundraisingMode',
  description: 'How a campaign raises (R-FND-05).',
  valuesConfig: {
    DONATION_BOX: { description: 'Boxes in public places 募捐箱.' },
    EVENT: { description: 'Performances, matches, sales, exhibitions, auctions and galas.' },
    MEDIA: { description: 'Radio, television, newspapers, the internet.' },
  },
});

@Entity({ schema: 'donations', tableName: 'campaign' })
@ObjectType({ description: 'A fundraising campaign 募捐活动.' })
@Directive('@key(fields: "id")')
export class Campaign {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  titleEn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number under which its plan is filed 募捐方案备案编号 (R-FND-16).',
  })
  @Property({ type: 'text', nullable: true })
  filingNumber!: string | null;

  @Property({ type: 'uuid', nullable: true })
  fundraiserId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  projectId!: string | null;

  @Field(() => AreaCodeScalar, { nullable: true })
  @Property({ type: 'text', nullable: true })
  areaCode!: string | null;

  @Field(() => DateScalar)
  @Property({ type: 'date' })
  startsOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it no longer runs.' })
  @Property({ type: 'date', nullable: true })
  endsOn!: string | null;

  @Property({ type: 'bigint', nullable: true })
  targetFen!: bigint | null;

  @Field(() => CampaignStatus)
  @Property({ type: 'text' })
  status!: CampaignStatus;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which its plan was filed (R-FND-02).' })
  @Property({ type: 'date', nullable: true })
  filedOn!: string | null;

  @Field(() => Boolean, {
    description: 'Answers a sudden emergency, so its plan is filed after the start (R-FND-03).',
  })
  @Property({ type: 'boolean' })
  emergency!: boolean;

  @Field(() => FundraisingMode, { nullable: true })
  @Property({ type: 'text', nullable: true })
  mode!: FundraisingMode | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Number of the further filing for boxes and events outside the area of registration (R-FND-05).',
  })
  @Property({ type: 'text', nullable: true })
  extraFilingNumber!: string | null;

  @Field(() => [String], { description: 'Designated internet platforms that it uses (R-FND-06).' })
  @Property({ type: 'text[]' })
  platformIds!: string[];

  /** The fundraiser's credit code when the campaign opened. */
  @Property({ type: 'text', nullable: true })
  fundraiserUscc!: string | null;

  /** Whether the fundraiser was qualified on the first day; null when nothing about it was recorded. */
  @Property({ type: 'boolean', nullable: true })
  fundraiserQualified!: boolean | null;

  @Property({ type: 'boolean' })
  hasPlan!: boolean;

  @Field(() => Provenance)
  @Property({ type: 'text' })
  provenance!: Provenance;

  @Field(() => String, { nullable: true, description: 'Key of the public source of a PUBLISHED record.' })
  @Property({ type: 'text', nullable: true })
  source!: string | null;

  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Property({ type: 'datetime' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Grows by one at each change.' })
  @Property({ type: 'integer', version: true })
  version!: number;
}
