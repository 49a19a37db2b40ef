import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';
import { DateScalar } from '#shared/scalars.js';

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

  /** What was applied for; the award may be less. Null where only the award is known. */
  @Property({ type: 'bigint', nullable: true })
  requestedFen!: bigint | null;

  /** Part of the award that went back to the pool at the end. */
  @Property({ type: 'bigint' })
  returnedFen!: bigint;

  @Field(() => Int, { nullable: true, description: 'How many months it runs.' })
  @Property({ type: 'integer', nullable: true })
  months!: number | null;

  @Field(() => [String], { description: 'Groups of people it is for.' })
  @Property({ type: 'text[]' })
  beneficiaries!: string[];

  @Field(() => DateScalar, { nullable: true, description: 'First day; null when open.' })
  @Property({ type: 'date', nullable: true })
  startsOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer runs; null when open.',
  })
  @Property({ type: 'date', nullable: true })
  endsOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Result of the midterm review; null before it (R-POOL-04).',
  })
  @Property({ type: 'boolean', nullable: true })
  midtermPassed!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Result of the final review; null before it (R-POOL-04).',
  })
  @Property({ type: 'boolean', nullable: true })
  finalPassed!: boolean | null;

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
