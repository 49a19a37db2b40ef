import { Field, ID, InputType, Int } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { DateScalar } from '#shared/scalars.js';
import { CheckResult, ComplianceKind } from './compliance.entity.js';

@InputType({
  description: 'What the authorities found: year and result for an annual check, days for everything else.',
})
export class RecordComplianceInput extends KeyedInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => ComplianceKind)
  kind!: ComplianceKind;

  @Field(() => Int, { nullable: true, description: 'Year that an annual check is about; 1949 to this year.' })
  year?: number | null;

  @Field(() => CheckResult, { nullable: true })
  result?: CheckResult | null;

  @Field(() => DateScalar, { nullable: true, description: 'Not in the future.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Not before startsOn; open when not given.' })
  endsOn?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters; no personal data.' })
  note?: string | null;
}

@InputType({
  description: 'A penalty has been executed, an investigation closed, or an entry of a list lifted.',
})
export class CloseComplianceInput extends KeyedInput {
  @Field(() => ID)
  complianceId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Today when not given; not in the future.' })
  endsOn?: string | null;
}
