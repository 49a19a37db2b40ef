import { createUnionType, Field, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { InvalidInput, Problem, StaleVersion } from '#shared/problem.js';
import { Partner } from './partner.entity.js';

export const PartnerConnection = connectionType('Partner', () => Partner);

@ObjectType({
  implements: Problem,
  description: 'A partner with this credit code is on record: the code is unique and for life (R-USCC-09).',
})
export class PartnerAlreadyRegistered extends Problem {
  @Field(() => Partner)
  existing!: Partner;
}

export const RegisterPartnerResult = createUnionType({
  name: 'RegisterPartnerResult',
  types: () => [Partner, InvalidInput, PartnerAlreadyRegistered] as const,
});

export const UpdatePartnerResult = createUnionType({
  name: 'UpdatePartnerResult',
  types: () => [Partner, InvalidInput, StaleVersion] as const,
});
