import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';

export enum AwardLevel {
  NATIONAL = 'NATIONAL',
  PROVINCIAL = 'PROVINCIAL',
  PREFECTURE = 'PREFECTURE',
  COUNTY = 'COUNTY',
}
registerEnumType(AwardLevel, { name: 'AwardLevel', description: 'Level of the body that gives an award.' });

export enum AwardSubject {
  VOLUNTEER = 'VOLUNTEER',
  ORGANIZATION = 'ORGANIZATION',
  PROJECT = 'PROJECT',
  COMMUNITY = 'COMMUNITY',
}
registerEnumType(AwardSubject, { name: 'AwardSubject', description: 'What an award honours ("四个最美").' });

@Entity({ schema: 'organizations', tableName: 'award' })
@ObjectType({ description: 'An honour 表彰, or several of one kind that a source counts together.' })
export class Award {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  title!: string;

  @Field(() => AwardLevel, {
    description: 'The lowest level among them, where a source counts several together.',
  })
  @Property({ type: 'text' })
  level!: AwardLevel;

  @Field(() => AwardSubject)
  @Property({ type: 'text' })
  subject!: AwardSubject;

  @Field(() => Int, { nullable: true })
  @Property({ type: 'integer', nullable: true })
  year!: number | null;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  issuer!: string | null;

  @Field(() => Int, { description: 'How many were honoured.' })
  @Property({ type: 'integer' })
  count!: number;

  @Field(() => Provenance)
  @Property({ type: 'text' })
  provenance!: Provenance;

  @Field(() => String, { nullable: true, description: 'Key of the public source of a PUBLISHED record.' })
  @Property({ type: 'text', nullable: true })
  source!: string | null;

  @Property({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  projectId!: string | null;

  @Property({ type: 'datetime' })
  createdAt!: Date;
}
