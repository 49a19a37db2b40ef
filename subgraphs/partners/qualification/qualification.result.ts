import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InvalidInput, Problem, UnknownReference } from '#shared/problem.js';
import { FundraisingQualification } from './qualification.entity.js';

@ObjectType({
  implements: Problem,
  description: 'A qualification of the partner from this day is on record.',
})
export class QualificationAlreadyRecorded extends Problem {
  @Field(() => FundraisingQualification)
  existing!: FundraisingQualification;
}

export const RecordQualificationResult = createUnionType({
  name: 'RecordQualificationResult',
  types: () =>
    [FundraisingQualification, InvalidInput, UnknownReference, QualificationAlreadyRecorded] as const,
});

export const RevokeQualificationResult = createUnionType({
  name: 'RevokeQualificationResult',
  types: () => [FundraisingQualification, InvalidInput] as const,
});
