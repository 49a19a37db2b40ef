import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';

export enum GrantStatus {
  APPLIED = 'APPLIED',
  AWARDED = 'AWARDED',
  IN_PROGRESS = 'IN_PROGRESS',
  CLOSED = 'CLOSED',
  REJECTED = 'REJECTED',
  TERMINATED = 'TERMINATED',
}
registerEnumType(GrantStatus, { name: 'GrantStatus', description: 'State of a grant.' });

@Entity({ schema: 'donations', tableName: 'pool_grant' })
@ObjectType({ description: 'Money from a pool for an organization.' })
export class Grant {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  poolId!: string;

  @Property({ type: 'uuid' })
  organizationId!: string;

  @Property({ type: 'uuid', nullable: true })
  projectId!: string | null;

  /** The organization's area at the time of application. */
  @Property({ type: 'text' })
  areaCode!: string;

  @Property({ type: 'bigint' })
  amountFen!: bigint;

  @Property({ type: 'bigint' })
  disbursedFen!: bigint;

  @Field(() => GrantStatus)
  @Property({ type: 'text' })
  status!: GrantStatus;

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
