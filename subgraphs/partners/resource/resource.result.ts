import { createUnionType, Field, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { InvalidInput, InvalidTransition, Problem, StaleVersion, UnknownReference } from '#shared/problem.js';
import { Resource } from './resource.entity.js';

export const ResourceConnection = connectionType('Resource', () => Resource);

@ObjectType({ implements: Problem, description: 'The partner already offers a resource with this title.' })
export class ResourceAlreadyRegistered extends Problem {
  @Field(() => Resource)
  existing!: Resource;
}

export const RegisterResourceResult = createUnionType({
  name: 'RegisterResourceResult',
  types: () => [Resource, InvalidInput, ResourceAlreadyRegistered, UnknownReference] as const,
});

export const PublishResourceResult = createUnionType({
  name: 'PublishResourceResult',
  types: () => [Resource, InvalidTransition, StaleVersion] as const,
});
