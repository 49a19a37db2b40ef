import { Field, InputType } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { AreaCodeScalar, DateScalar } from '#shared/scalars.js';

@InputType({
  description:
    'An area as it is to be on record; its level and the area above follow from the code (R-DIV-01).',
})
export class RegisterAreaInput extends KeyedInput {
  @Field(() => AreaCodeScalar, { description: 'The area above it must be on record.' })
  code!: string;

  @Field(() => String, { description: 'Name in Chinese; 1 to 100 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English; 1 to 100 characters.' })
  nameEn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the code; open when not given.' })
  validFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which the code is no longer valid, for one that has been abolished.',
  })
  validTo?: string | null;

  @Field(() => [AreaCodeScalar], {
    nullable: true,
    description:
      'Areas on record whose codes this one replaces, at most 20: they end on validFrom, or today, and name it (R-DIV-02).',
  })
  replaces?: string[] | null;
}
