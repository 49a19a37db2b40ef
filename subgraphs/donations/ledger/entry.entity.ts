import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** The ledger's accounts; the database holds the same list with their kinds. */
export type AccountCode =
  | 'CASH_HELD'
  | 'GOODS_HELD'
  | 'PLEDGES_RECEIVABLE'
  | 'CASH_DONATIONS'
  | 'GOODS_DONATIONS'
  | 'PLEDGES'
  | 'REFUNDS'
  | 'GRANTS_AWARDED'
  | 'GRANTS_PAYABLE'
  | 'POOL_CASH';

/** One event of money. Append-only: a mistake is mended by an entry that reverses it. */
@Entity({ schema: 'donations', tableName: 'entry' })
export class Entry {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  kind!: 'PLEDGE' | 'DONATION' | 'REFUND' | 'REVERSAL' | 'AWARD' | 'DISBURSEMENT';

  @Property({ type: 'date' })
  occurredOn!: string;

  @Property({ type: 'datetime' })
  recordedAt!: Date;

  @Property({ type: 'text' })
  idempotencyScope!: string;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Property({ type: 'text' })
  requestHash!: string;

  @Property({ type: 'uuid', nullable: true })
  reverses!: string | null;

  @Property({ type: 'uuid', nullable: true })
  donationId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  grantId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  campaignId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  projectId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  donorPartnerId!: string | null;

  @Property({ type: 'text', nullable: true })
  donorKey!: string | null;

  @Property({ type: 'text', nullable: true })
  areaCode!: string | null;
}

/** One side of an entry: above zero debits the account, below zero credits it. */
@Entity({ schema: 'donations', tableName: 'posting' })
export class Posting {
  @PrimaryKey({ type: 'uuid' })
  entryId!: string;

  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  accountCode!: AccountCode;

  @Property({ type: 'bigint' })
  amountFen!: bigint;
}
