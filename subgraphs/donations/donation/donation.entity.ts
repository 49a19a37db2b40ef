import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Provenance } from '#shared/provenance.js';

/** A gift in cash or goods. Not in the public schema: who gives is for finance only. */
@Entity({ schema: 'donations', tableName: 'donation' })
export class Donation {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid', nullable: true })
  campaignId!: string | null;

  @Property({ type: 'text' })
  kind!: 'CASH' | 'IN_KIND';

  @Property({ type: 'bigint' })
  amountFen!: bigint;

  @Property({ type: 'bigint' })
  refundedFen!: bigint;

  @Property({ type: 'text', nullable: true })
  donorName!: string | null;

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

  @Property({ type: 'date' })
  receivedOn!: string;

  @Property({ type: 'text' })
  status!: 'PLEDGED' | 'RECEIVED' | 'PARTLY_REFUNDED' | 'REFUNDED';

  @Property({ type: 'text', nullable: true })
  receiptNumber!: string | null;

  @Property({ type: 'text' })
  provenance!: Provenance;

  @Property({ type: 'text', nullable: true })
  source!: string | null;

  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Property({ type: 'datetime' })
  updatedAt!: Date;

  @Property({ type: 'integer', version: true })
  version!: number;
}

/** A kind of goods in a gift. */
@Entity({ schema: 'donations', tableName: 'in_kind_item' })
export class InKindItem {
  @PrimaryKey({ type: 'uuid' })
  donationId!: string;

  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'numeric', runtimeType: 'string' })
  quantity!: string;

  @Property({ type: 'text' })
  unit!: string;

  @Property({ type: 'bigint', nullable: true })
  fairValueFen!: bigint | null;

  @Property({ type: 'text' })
  valuation!: 'INVOICE' | 'CUSTOMS' | 'MARKET' | 'APPRAISAL' | 'NOT_MEASURABLE';
}
