import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { InvalidInput, Problem } from '#shared/problem.js';
import { OrganizationKind, ServiceLevel } from '../organization/organization.entity.js';
import { Area } from './area.entity.js';

@ObjectType({ description: 'How many organizations of a kind.' })
export class KindCount {
  @Field(() => OrganizationKind)
  kind!: OrganizationKind;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'How many service platforms of a level.' })
export class ServiceLevelCount {
  @Field(() => ServiceLevel)
  level!: ServiceLevel;

  @Field(() => Int)
  count!: number;
}

@ObjectType({
  description:
    'Organizations of an area with everything below it; deregistered and revoked ones do not count.',
})
export class OrganizationCounts {
  @Field(() => Int)
  total!: number;

  @Field(() => [KindCount], { description: 'Every kind that occurs.' })
  byKind!: KindCount[];

  @Field(() => Int, { description: 'Persons with a social worker certificate.' })
  certifiedSocialWorkers!: number;

  @Field(() => Int)
  volunteers!: number;

  @Field(() => [ServiceLevelCount], { description: 'Every level of service platform that occurs.' })
  servicePlatforms!: ServiceLevelCount[];
}

@ObjectType({ implements: Problem, description: 'An area with this code is on record.' })
export class AreaAlreadyRegistered extends Problem {
  @Field(() => Area)
  existing!: Area;
}

export const RegisterAreaResult = createUnionType({
  name: 'RegisterAreaResult',
  types: () => [Area, InvalidInput, AreaAlreadyRegistered] as const,
});
