import { Field, Int, ObjectType } from 'type-graphql';
import { AreaStub } from '../area/area.stub.js';
import { ResourceCategory } from '../resource/resource.entity.js';

@ObjectType({
  description:
    'Need and supply of one category in one area. Units of resources differ, so organizations and offers are counted.',
})
export class CoverageCell {
  @Field(() => ResourceCategory)
  category!: ResourceCategory;

  @Field(() => Int, { description: 'Organizations of the area without an ACTIVE link of this category.' })
  need!: number;

  @Field(() => Int, {
    description:
      'Resources that could be given to one: PUBLISHED, available today, with something remaining, and usable in the area, above it or in a part of it. What is usable everywhere counts in each area.',
  })
  supply!: number;

  @Field(() => Int, {
    description:
      'Need less supply, at least 0: organizations left if each resource were given to one of them.',
  })
  gap!: number;
}

@ObjectType({ description: 'One area of a coverage matrix, with everything below it.' })
export class CoverageRow {
  @Field(() => AreaStub)
  area!: AreaStub;

  @Field(() => Int, { description: 'Organizations that work; deregistered and revoked ones do not count.' })
  organizations!: number;

  @Field(() => Int, {
    description: 'Villages and communities on record whose organizations have no ACTIVE link.',
  })
  communitiesWithoutLink!: number;

  @Field(() => [CoverageCell], { description: 'Every category, in the order of its enum.' })
  cells!: CoverageCell[];
}

@ObjectType({ description: 'Where links are missing: areas by categories.' })
export class CoverageMatrix {
  @Field(() => AreaStub)
  area!: AreaStub;

  @Field(() => [CoverageRow], {
    description: 'The areas directly below, by code; none below the last level.',
  })
  rows!: CoverageRow[];
}
