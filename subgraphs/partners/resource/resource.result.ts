import { createUnionType, Field, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { DecimalScalar } from '#shared/scalars.js';
import { InvalidInput, InvalidTransition, Problem, StaleVersion, UnknownReference } from '#shared/problem.js';
import { Resource } from './resource.entity.js';

export const ResourceConnection = connectionType('Resource', () => Resource);

@ObjectType({ implements: Problem, description: 'The partner already offers a resource with this title.' })
export class ResourceAlreadyRegistered extends Problem {
  @Field(() => Resource)
  existing!: Resource;
}

@ObjectType({
  implements: Problem,
  description: 'The resource has not as much left, or cannot be made as small.',
})
export class CapacityExceeded extends Problem {
  @Field(() => DecimalScalar, {
    description: 'What no ACCEPTED or ACTIVE link holds, in the unit of the resource.',
  })
  remaining!: string;
}

export const RegisterResourceResult = createUnionType({
  name: 'RegisterResourceResult',
  types: () => [Resource, InvalidInput, ResourceAlreadyRegistered, UnknownReference] as const,
});

export const UpdateResourceResult = createUnionType({
  name: 'UpdateResourceResult',
  types: () => [Resource, InvalidInput, ResourceAlreadyRegistered, CapacityExceeded, StaleVersion] as const,
});

export const PublishResourceResult = createUnionType({
  name: 'PublishResourceResult',
  types: () => [Resource, InvalidTransition, ResourceAlreadyRegistered, StaleVersion] as const,
});

export const WithdrawResourceResult = createUnionType({
  name: 'WithdrawResourceResult',
  types: () => [Resource, InvalidTransition, StaleVersion] as const,
});
