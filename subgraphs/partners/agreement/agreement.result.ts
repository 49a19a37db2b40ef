import { createUnionType } from 'type-graphql';
import { InvalidInput, UnknownReference } from '#shared/problem.js';
import { CooperationAgreement } from './agreement.entity.js';

export const SignAgreementResult = createUnionType({
  name: 'SignAgreementResult',
  types: () => [CooperationAgreement, InvalidInput, UnknownReference] as const,
});
