import { Field, InputType } from 'type-graphql';

const description =
  'Makes a repeat of this request answer with its first result; with another input it is CONFLICT. 1 to 200 printable ASCII characters.';

@InputType()
export abstract class KeyedInput {
  @Field(() => String, { nullable: true, description })
  idempotencyKey?: string | null;
}

/** Money is never booked without a key: a repeat must not book it twice. */
@InputType()
export abstract class MoneyInput {
  @Field(() => String, { description: `${description} Kept for ever.` })
  idempotencyKey!: string;
}
