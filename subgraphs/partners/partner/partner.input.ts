import { Field, ID, InputType, Int } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { AreaCodeScalar } from '#shared/scalars.js';
import { PartnerKind } from './partner.entity.js';

@InputType({ description: 'All conditions hold together; a list means any of its values.' })
export class PartnerFilter {
  @Field(() => [PartnerKind], { nullable: true })
  kind?: PartnerKind[] | null;

  @Field(() => AreaCodeScalar, {
    nullable: true,
    description: 'With its seat in this area or anywhere below it.',
  })
  area?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the Chinese or English name, or a credit code; at most 100 characters.',
  })
  text?: string | null;
}

@InputType({ description: 'An institution that is to stand behind the organizations.' })
export class RegisterPartnerInput extends KeyedInput {
  @Field(() => String, { description: 'Name in Chinese; 1 to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English; 1 to 200 characters.' })
  nameEn?: string | null;

  @Field(() => PartnerKind)
  kind!: PartnerKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Unified social credit code; its first two characters must be those of the kind (R-USCC-07). Kept in upper case without spaces.',
  })
  uscc?: string | null;

  @Field(() => AreaCodeScalar, {
    nullable: true,
    description:
      'Its seat, anywhere in China; not given for a body registered nationally. No placeholder such as 360301 (R-DIV-03).',
  })
  areaCode?: string | null;
}

@InputType({
  description:
    'What changes about a partner; what is not given stays. Its kind and credit code are for life (R-USCC-09).',
})
export class UpdatePartnerInput extends KeyedInput {
  @Field(() => ID)
  partnerId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Name in Chinese; 1 to 200 characters.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name in English; 1 to 200 characters. Null takes it away.',
  })
  nameEn?: string | null;

  @Field(() => AreaCodeScalar, { nullable: true, description: 'Its seat. Null takes it away.' })
  areaCode?: string | null;
}
