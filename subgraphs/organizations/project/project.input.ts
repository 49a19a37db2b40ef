import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { DateScalar } from '#shared/scalars.js';

@InputType({ description: 'A service brand or project that an organization runs.' })
export class RegisterProjectInput extends KeyedInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String, { description: 'Name in Chinese; 1 to 200 characters, unlike its other projects.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English; 1 to 200 characters.' })
  nameEn?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Groups of people it is for, never persons; at most 20 of 1 to 50 characters.',
  })
  beneficiaries?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  startedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; not before the first.' })
  endedOn?: string | null;
}
