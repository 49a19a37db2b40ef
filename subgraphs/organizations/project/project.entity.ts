import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';
import { DateScalar } from '#shared/scalars.js';

@Entity({ schema: 'organizations', tableName: 'project' })
@ObjectType({ description: 'A service brand or project 服务品牌 that an organization runs.' })
@Directive('@key(fields: "id")')
export class Project {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  @Property({ type: 'text', nullable: true })
  nameEn!: string | null;

  @Property({ type: 'uuid' })
  organizationId!: string;

  @Field(() => [String], { description: 'Groups of people it is for.' })
  @Property({ type: 'text[]' })
  beneficiaries!: string[];

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: 'date', nullable: true })
  startedOn!: string | null;

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: 'date', nullable: true })
  endedOn!: string | null;

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
