import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { InvalidInput, InvalidTransition, Problem, StaleVersion, UnknownReference } from '#shared/problem.js';
import { PartnerKind } from '../partner/partner.entity.js';
import { ResourceCategory, ResourceStatus } from '../resource/resource.entity.js';
import { CapacityExceeded } from '../resource/resource.result.js';
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

@ObjectType({ description: 'What one kind of partner brings of one category.' })
export class LinkFlow {
  @Field(() => PartnerKind)
  partnerKind!: PartnerKind;

  @Field(() => ResourceCategory)
  category!: ResourceCategory;

  @Field(() => Int, { description: 'ACTIVE links.' })
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

  @Field(() => [LinkFlow], {
    description: 'ACTIVE links by kind of partner and category; every pair that occurs.',
  })
  flows!: LinkFlow[];
}

@ObjectType({ implements: Problem, description: 'Only a PUBLISHED resource takes new links.' })
export class ResourceNotPublished extends Problem {
  @Field(() => ResourceStatus)
  status!: ResourceStatus;
}

export const ProposeLinkResult = createUnionType({
  name: 'ProposeLinkResult',
  types: () =>
    [ResourceLink, InvalidInput, UnknownReference, CapacityExceeded, ResourceNotPublished] as const,
});

export const MoveLinkResult = createUnionType({
  name: 'MoveLinkResult',
  types: () => [ResourceLink, InvalidInput, InvalidTransition, CapacityExceeded, StaleVersion] as const,
});
