import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';
import { AreaCodeScalar, DateScalar, DateTimeScalar, DecimalScalar } from '#shared/scalars.js';
import type { Partner } from '../partner/partner.entity.js';

export enum ResourceCategory {
  VENUE = 'VENUE',
  FUND = 'FUND',
  GOODS = 'GOODS',
  EXPERT = 'EXPERT',
  VOLUNTEER_TIME = 'VOLUNTEER_TIME',
  TRAINING = 'TRAINING',
  PROJECT = 'PROJECT',
  EQUIPMENT = 'EQUIPMENT',
  MEDIA = 'MEDIA',
}
registerEnumType(ResourceCategory, { name: 'ResourceCategory', description: 'What a resource is.' });

export enum ResourceStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ResourceStatus, {
  name: 'ResourceStatus',
  description: 'Only a PUBLISHED resource can be linked.',
});

@Entity({ schema: 'partners', tableName: 'resource' })
@ObjectType({ description: 'Something a partner offers: training, experts, a venue, funds, goods.' })
@Directive('@key(fields: "id")')
export class Resource {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  partnerId!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  description!: string | null;

  @Field(() => ResourceCategory)
  @Property({ type: 'text' })
  category!: ResourceCategory;

  @Field(() => DecimalScalar, { description: 'How much there is, in `unit`.' })
  @Property({ type: 'numeric', runtimeType: 'string' })
  capacity!: string;

  /** Kept by a trigger on links; the check `held <= capacity` decides races. */
  @Property({ type: 'numeric', runtimeType: 'string' })
  held!: string;

  /** Computed by the database from capacity and held. */
  @Field(() => DecimalScalar, { description: 'What no ACCEPTED or ACTIVE link holds; never negative.' })
  @Property({ type: 'numeric', runtimeType: 'string', persist: false, generated: 'capacity - held stored' })
  remaining!: string;

  @Field(() => String, { description: 'Unit of capacity, for instance 人次.' })
  @Property({ type: 'text' })
  unit!: string;

  @Field(() => [AreaCodeScalar], { description: 'Where it may be used; empty means everywhere.' })
  @Property({ type: 'text[]' })
  areaCodes!: string[];

  @Field(() => DateScalar, { nullable: true, description: 'First day; null when open.' })
  @Property({ type: 'date', nullable: true })
  availableFrom!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it is no longer available; null when open.',
  })
  @Property({ type: 'date', nullable: true })
  availableTo!: string | null;

  @Field(() => ResourceStatus)
  @Property({ type: 'text' })
  status!: ResourceStatus;

  @Property({ type: 'datetime', nullable: true })
  publishedAt!: Date | null;

  /** Last day on which a link of it stopped being ACTIVE; kept by a trigger on links. */
  @Property({ type: 'datetime', nullable: true })
  lastActiveAt!: Date | null;

  @Field(() => Provenance)
  @Property({ type: 'text' })
  provenance!: Provenance;

  @Field(() => String, {
    nullable: true,
    description:
      'Key of the public source of a PUBLISHED record; `import:` and the id of its job for an IMPORTED one.',
  })
  @Property({ type: 'text', nullable: true })
  source!: string | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Grows by one at each change.' })
  @Property({ type: 'integer', version: true })
  version!: number;

  /** Whose it is, where a list has read that with it. */
  partner?: Partner | null;
}
