import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { DateScalar } from '#shared/scalars.js';
import { ResourceCategory } from '../resource/resource.entity.js';

@InputType({ description: 'A lasting agreement of a partner.' })
export class SignAgreementInput extends KeyedInput {
  @Field(() => ID)
  partnerId!: string;

  @Field(() => ID, { nullable: true, description: 'The whole city when none is named.' })
  organizationId?: string | null;

  @Field(() => String, { description: '1 to 200 characters.' })
  title!: string;

  @Field(() => [ResourceCategory], { description: 'What it covers; at least one category, each once.' })
  scope!: ResourceCategory[];

  @Field(() => DateScalar, { nullable: true, description: 'First day; not given when it states none.' })
  validFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer holds; not given while open-ended.',
  })
  validTo?: string | null;
}
