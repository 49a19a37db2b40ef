import { Field, InputType } from 'type-graphql';
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
