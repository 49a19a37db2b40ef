import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#shared/scalars.js';
import { RegistrationStatus } from '../organization/organization.entity.js';

/** One change of legal standing; append-only (R-REG-04). */
@Entity({ schema: 'organizations', tableName: 'registration_event' })
@ObjectType({ description: 'One change of the legal standing of an organization.' })
export class RegistrationEvent {
  @PrimaryKey({ type: 'uuid' })
  organizationId!: string;

  /** Position in the organization's history, from 1. */
  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Field(() => RegistrationStatus, { nullable: true, description: 'Null when it was registered here.' })
  @Property({ type: 'text', nullable: true, fieldName: 'from_status' })
  from!: RegistrationStatus | null;

  @Field(() => RegistrationStatus)
  @Property({ type: 'text', fieldName: 'to_status' })
  to!: RegistrationStatus;

  @Field(() => String, { nullable: true, description: 'The credit code it had from then on.' })
  @Property({ type: 'text', nullable: true })
  uscc!: string | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  at!: Date;

  /** Who recorded it: the stable name of a person or program. */
  @Property({ type: 'text', nullable: true })
  actor!: string | null;
}
