import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#shared/scalars.js';
import { CampaignStatus } from './campaign.entity.js';

/** One step of a campaign; append-only. */
@Entity({ schema: 'donations', tableName: 'campaign_event' })
@ObjectType({ description: 'One step of a campaign.' })
export class CampaignEvent {
  @PrimaryKey({ type: 'uuid' })
  campaignId!: string;

  /** Position in the campaign's history, from 1. */
  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Field(() => CampaignStatus, { nullable: true, description: 'Null at the first step.' })
  @Property({ type: 'text', nullable: true, fieldName: 'from_status' })
  from!: CampaignStatus | null;

  @Field(() => CampaignStatus)
  @Property({ type: 'text', fieldName: 'to_status' })
  to!: CampaignStatus;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  at!: Date;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  note!: string | null;
}
