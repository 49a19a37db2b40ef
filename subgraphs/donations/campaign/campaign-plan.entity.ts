import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** What a fundraising plan must say (R-FND-04); written once, with its campaign. */
@Entity({ schema: 'donations', tableName: 'campaign_plan' })
@ObjectType({ description: 'Fundraising plan 募捐方案 (R-FND-04).' })
export class CampaignPlan {
  @PrimaryKey({ type: 'uuid' })
  campaignId!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  purpose!: string;

  @Field(() => String, { description: 'Where it raises.' })
  @Property({ type: 'text' })
  areas!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  waysOfReceiving!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  beneficiaries!: string;

  @Field(() => String, { description: 'What the money is for.' })
  @Property({ type: 'text' })
  use!: string;

  @Field(() => String, { description: 'What raising it costs.' })
  @Property({ type: 'text' })
  cost!: string;

  @Field(() => String, { description: 'What becomes of a surplus.' })
  @Property({ type: 'text' })
  surplus!: string;
}

/** The part of a plan that is for the department only. */
@Entity({ schema: 'donations', tableName: 'campaign_contact' })
export class CampaignContact {
  @PrimaryKey({ type: 'uuid' })
  campaignId!: string;

  @Property({ type: 'text' })
  responsiblePerson!: string;

  @Property({ type: 'text' })
  officeAddress!: string;

  @Property({ type: 'text', nullable: true })
  bankAccount!: string | null;
}
