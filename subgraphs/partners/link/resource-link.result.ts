import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { PartnerKind } from '../partner/partner.entity.js';
import { ResourceCategory } from '../resource/resource.entity.js';
import { ResourceLink } from './resource-link.entity.js';

export const ResourceLinkConnection = connectionType('ResourceLink', () => ResourceLink);

@ObjectType({ description: 'How many ACTIVE links of a category.' })
export class CategoryCount {
  @Field(() => ResourceCategory)
  category!: ResourceCategory;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'How many ACTIVE links with partners of a kind.' })
export class PartnerKindCount {
  @Field(() => PartnerKind)
  kind!: PartnerKind;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'Links of an area with everything below it.' })
export class LinkSummary {
  @Field(() => Int, { description: 'ACTIVE links.' })
  active!: number;

  @Field(() => Int, { description: 'FULFILLED links.' })
  fulfilled!: number;

  @Field(() => Int, { description: 'Organizations with at least one ACTIVE link.' })
  organizationsLinked!: number;

  @Field(() => Int, { description: 'Partners with at least one ACTIVE link.' })
  partnersLinked!: number;

  @Field(() => [CategoryCount], { description: 'ACTIVE links by category; every category that occurs.' })
  byCategory!: CategoryCount[];

  @Field(() => [PartnerKindCount], {
    description: 'ACTIVE links by kind of partner; every kind that occurs.',
  })
  byPartnerKind!: PartnerKindCount[];
}
