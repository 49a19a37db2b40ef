import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTimeScalar, DecimalScalar } from '#shared/scalars.js';
import type { RegistrationStatus } from '../organization/organization.entity.js';

export enum IncubationStage {
  APPLIED = 'APPLIED',
  SCREENING = 'SCREENING',
  REVIEWING = 'REVIEWING',
  PUBLICIZED = 'PUBLICIZED',
  ADMITTED = 'ADMITTED',
  INCUBATING = 'INCUBATING',
  MIDTERM_REVIEW = 'MIDTERM_REVIEW',
  RECTIFYING = 'RECTIFYING',
  FINAL_REVIEW = 'FINAL_REVIEW',
  EXTENDED = 'EXTENDED',
  GRADUATED = 'GRADUATED',
  ALUMNI = 'ALUMNI',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
  EXITED = 'EXITED',
}
registerEnumType(IncubationStage, {
  name: 'IncubationStage',
  description: 'Stage of an incubation.',
  valuesConfig: {
    PUBLICIZED: { description: '公示' },
    ADMITTED: { description: '入壳' },
    GRADUATED: { description: '出壳' },
    EXITED: { description: '退出' },
  },
});

@Entity({ schema: 'organizations', tableName: 'incubation' })
@ObjectType({ description: 'One run of an organization through an incubation base.' })
@Directive('@key(fields: "id")')
export class Incubation {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  organizationId!: string;

  @Property({ type: 'uuid' })
  baseId!: string;

  /** The organization's area at the time of application: an area's funnel is a sum over local rows. */
  @Property({ type: 'text' })
  areaCode!: string;

  @Field(() => IncubationStage)
  @Property({ type: 'text' })
  stage!: IncubationStage;

  /** Rank in the funnel of the furthest stage it ever reached; kept by a trigger. */
  @Property({ type: 'smallint' })
  furthest!: number;

  @Field(() => DateScalar)
  @Property({ type: 'date' })
  appliedOn!: string;

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: 'date', nullable: true })
  termStart!: string | null;

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: 'date', nullable: true })
  termEnd!: string | null;

  @Field(() => Int, { description: 'How often the term was extended; at most once (R-INC-05).' })
  @Property({ type: 'integer' })
  extensions!: number;

  /** What the organization was when it was ADMITTED; null before. One that was not registered must be by the end (R-INC-04). */
  @Property({ type: 'text', nullable: true })
  entryStatus!: RegistrationStatus | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Score of the final review, 0 to 100.' })
  @Property({ type: 'numeric', runtimeType: 'string', nullable: true })
  finalScore!: string | null;

  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Property({ type: 'datetime' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Grows by one at each change.' })
  @Property({ type: 'integer', version: true })
  version!: number;
}

/** One step of an incubation; append-only (R-INC-01). */
@Entity({ schema: 'organizations', tableName: 'stage_event' })
@ObjectType({ description: 'One step of an incubation.' })
export class StageEvent {
  @PrimaryKey({ type: 'uuid' })
  incubationId!: string;

  /** Position in the incubation's history, from 1. */
  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Field(() => IncubationStage, { nullable: true, description: 'Null at the application.' })
  @Property({ type: 'text', nullable: true, fieldName: 'from_stage' })
  from!: IncubationStage | null;

  @Field(() => IncubationStage)
  @Property({ type: 'text', fieldName: 'to_stage' })
  to!: IncubationStage;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  at!: Date;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  note!: string | null;

  /** Who took the step: the stable name of a person or program. */
  @Property({ type: 'text', nullable: true })
  actor!: string | null;
}

/** What an organization that leaves still has to hand back to the base (R-INC-08). */
@Entity({ schema: 'organizations', tableName: 'handover_task' })
@ObjectType({ description: 'Handing back rooms and papers after leaving a base (R-INC-08).' })
export class HandoverTask {
  @PrimaryKey({ type: 'uuid' })
  incubationId!: string;

  @Field(() => DateScalar, { description: '15 working days after it left.' })
  @Property({ type: 'date' })
  dueOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Null until it is done.' })
  @Property({ type: 'date', nullable: true })
  doneOn!: string | null;

  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Property({ type: 'datetime' })
  updatedAt!: Date;

  @Property({ type: 'integer', version: true })
  version!: number;
}
