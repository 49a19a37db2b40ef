import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { DateScalar } from '#shared/scalars.js';

@InputType({ description: 'A qualification for public fundraising, as the certificate states it.' })
export class RecordQualificationInput extends KeyedInput {
  @Field(() => ID, { description: 'A foundation, charity or charity platform (R-FND-07).' })
  partnerId!: string;

  @Field(() => DateScalar, { description: 'Day on which the charity was registered.' })
  registeredOn!: string;

  @Field(() => DateScalar, {
    description:
      'First day on which it holds, not after today: at least one full year after registeredOn (R-FND-01), and five after an earlier one was revoked (R-FND-15).',
  })
  grantedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer holds; not given while open-ended.',
  })
  validTo?: string | null;

  @Field(() => String, { description: 'Number of the certificate; 1 to 50 characters.' })
  certificateNumber!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was revoked, not before grantedOn and not after today.',
  })
  revokedOn?: string | null;
}

@InputType({ description: 'A qualification that was revoked.' })
export class RevokeQualificationInput extends KeyedInput {
  @Field(() => ID)
  qualificationId!: string;

  @Field(() => DateScalar, {
    description: 'From when it no longer holds: not before grantedOn and not after today.',
  })
  revokedOn!: string;
}
