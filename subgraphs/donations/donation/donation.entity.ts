import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '#shared/scalars.js';

export enum DonationKind {
  CASH = 'CASH',
  IN_KIND = 'IN_KIND',
}
registerEnumType(DonationKind, { name: 'DonationKind', description: 'Money, or goods at fair value.' });

export enum DonationStatus {
  PLEDGED = 'PLEDGED',
  RECEIVED = 'RECEIVED',
  PARTLY_REFUNDED = 'PARTLY_REFUNDED',
  REFUNDED = 'REFUNDED',
  REVERSED = 'REVERSED',
}
registerEnumType(DonationStatus, {
  name: 'DonationStatus',
  description: 'State of a donation; one that is only PLEDGED is not raised (R-FND-14).',
  valuesConfig: {
    REVERSED: { description: 'Recorded by mistake, by a file that was taken back; counts nowhere.' },
  },
});

export enum Valuation {
  INVOICE = 'INVOICE',
  CUSTOMS = 'CUSTOMS',
  MARKET = 'MARKET',
  APPRAISAL = 'APPRAISAL',
  NOT_MEASURABLE = 'NOT_MEASURABLE',
}
registerEnumType(Valuation, {
  name: 'Valuation',
  description:
    'How the fair value of goods is known; NOT_MEASURABLE goods have none and count in no sum (R-VAL-01).',
});

@Entity({ schema: 'donations', tableName: 'donation' })
@ObjectType({ description: 'A gift in cash or goods; for finance and administrators only.' })
@Directive('@key(fields: "id")')
export class Donation {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid', nullable: true })
  campaignId!: string | null;

  @Field(() => DonationKind)
  @Property({ type: 'text' })
  kind!: DonationKind;

  @Property({ type: 'bigint' })
  amountFen!: bigint;

  @Property({ type: 'bigint' })
  refundedFen!: bigint;

  @Field(() => String, {
    nullable: true,
    description: 'Null for an anonymous donor, for everybody (R-FND-13).',
  })
  @Property({ type: 'text', nullable: true })
  donorName!: string | null;

  @Field(() => Boolean)
  @Property({ type: 'boolean' })
  anonymous!: boolean;

  @Property({ type: 'uuid', nullable: true })
  donorPartnerId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  projectId!: string | null;

  @Property({ type: 'text', nullable: true })
  areaCode!: string | null;

  @Field(() => DateScalar, { description: 'Day on which it was received; of a pledge, the day it names.' })
  @Property({ type: 'date' })
  receivedOn!: string;

  @Field(() => DonationStatus)
  @Property({ type: 'text' })
  status!: DonationStatus;

  @Field(() => String, { nullable: true, description: 'Number of the receipt 公益事业捐赠票据.' })
  @Property({ type: 'text', nullable: true })
  receiptNumber!: string | null;

  @Field(() => Provenance)
  @Property({ type: 'text' })
  provenance!: Provenance;

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

/** A kind of goods in a gift. */
@Entity({ schema: 'donations', tableName: 'in_kind_item' })
@ObjectType({ description: 'A kind of goods in a donation.' })
export class InKindItem {
  @PrimaryKey({ type: 'uuid' })
  donationId!: string;

  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => DecimalScalar, { description: 'How much, in `unit`.' })
  @Property({ type: 'numeric', runtimeType: 'string' })
  quantity!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  unit!: string;

  @Property({ type: 'bigint', nullable: true })
  fairValueFen!: bigint | null;

  @Field(() => Valuation)
  @Property({ type: 'text' })
  valuation!: Valuation;
}

/** Money or goods given back. */
@Entity({ schema: 'donations', tableName: 'refund' })
@ObjectType('DonationRefund', { description: 'A part of a donation that was given back.' })
export class Refund {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  donationId!: string;

  @Property({ type: 'uuid' })
  entryId!: string;

  @Property({ type: 'bigint' })
  amountFen!: bigint;

  @Field(() => DateScalar)
  @Property({ type: 'date' })
  refundedOn!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  createdAt!: Date;
}
