import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InvalidInput, Problem, UnknownReference } from '#shared/problem.js';
import { Award } from './award.entity.js';

@ObjectType({
  implements: Problem,
  description: 'This award of this year is on record for the same (R-AWD-01).',
})
export class AwardAlreadyRecorded extends Problem {
  @Field(() => Award)
  existing!: Award;
}

export const RecordAwardResult = createUnionType({
  name: 'RecordAwardResult',
  types: () => [Award, InvalidInput, AwardAlreadyRecorded, UnknownReference] as const,
});
