import { createUnionType, Field, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { InvalidInput, InvalidTransition, Problem, StaleVersion, UnknownReference } from '#shared/problem.js';
import { Organization } from './organization.entity.js';

/** Shareable: the partners subgraph answers with it too (`Partner.linkedOrganizations`). */
export const OrganizationConnection = connectionType('Organization', () => Organization, true);

@ObjectType({
  implements: Problem,
  description: 'Another organization has this credit code: it is lifelong and unique (R-USCC-09).',
})
export class OrganizationAlreadyRegistered extends Problem {
  @Field(() => Organization)
  existing!: Organization;
}

export const RegisterOrganizationResult = createUnionType({
  name: 'RegisterOrganizationResult',
  types: () => [Organization, InvalidInput, OrganizationAlreadyRegistered, UnknownReference] as const,
});

export const UpdateOrganizationResult = createUnionType({
  name: 'UpdateOrganizationResult',
  types: () =>
    [
      Organization,
      InvalidInput,
      InvalidTransition,
      StaleVersion,
      OrganizationAlreadyRegistered,
      UnknownReference,
    ] as const,
});
