import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { DateScalar } from '#shared/scalars.js';
import { Rating } from './rating.entity.js';

@InputType({ description: 'Result of an assessment of a social organization (R-RAT-01).' })
export class RecordRatingInput extends KeyedInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => Rating)
  grade!: Rating;

  @Field(() => DateScalar, { description: 'First day; not in the future.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day on which it is no longer in force; five years on when not given, and never later.',
  })
  validTo?: string | null;
}
