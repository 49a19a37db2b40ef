import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { DateTimeScalar } from '#shared/scalars.js';

@InputType({ description: 'A key for a program: of a partner, or a reader of the department.' })
export class CreateApiKeyInput extends KeyedInput {
  @Field(() => String, { description: 'What it is for; 1 to 100 characters.' })
  label!: string;

  @Field(() => [String], { description: 'At least one of read, write, export:bulk.' })
  scopes!: string[];

  @Field(() => ID, {
    nullable: true,
    description:
      'The partner that the key acts for; without one the key acts as a viewer. A partner names itself.',
  })
  partnerId?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Within the next two years; a year from now when not given.',
  })
  expiresAt?: string | null;
}

@InputType({
  description: 'Names a key to revoke. No version is needed: revoking is final, whatever else has changed.',
})
export class RevokeApiKeyInput extends KeyedInput {
  @Field(() => ID)
  apiKeyId!: string;
}
