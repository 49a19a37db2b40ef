import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#shared/scalars.js';
import { GrantStatus } from './grant.entity.js';

/** One step of a grant; append-only. */
@Entity({ schema: 'donations', tableName: 'grant_event' })
@ObjectType({ description: 'One step of a grant.' })
export class GrantEvent {
  @PrimaryKey({ type: 'uuid' })
  grantId!: string;

  /** Position in the grant's history, from 1. */
  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Field(() => GrantStatus, { nullable: true, description: 'Null at the first step.' })
  @Property({ type: 'text', nullable: true, fieldName: 'from_status' })
  from!: GrantStatus | null;

  @Field(() => GrantStatus)
  @Property({ type: 'text', fieldName: 'to_status' })
  to!: GrantStatus;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  at!: Date;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  note!: string | null;
}
