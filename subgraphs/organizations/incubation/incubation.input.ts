import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { RootPageArgs } from '#shared/page.js';
import { AreaCodeScalar, DateScalar, DecimalScalar } from '#shared/scalars.js';
import { IncubationStage } from './incubation.entity.js';

@ArgsType()
export class IncubationArgs extends RootPageArgs {
  @Field(() => [IncubationStage], { nullable: true })
  stage?: IncubationStage[] | null;

  @Field(() => AreaCodeScalar, {
    nullable: true,
    description: 'In this area or anywhere below it, by where the organization was when it applied.',
  })
  area?: string | null;

  @Field(() => ID, { nullable: true, description: 'At this base.' })
  base?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its clock has run out (R-INC-02, R-INC-03, R-INC-08); both when not given.',
  })
  overdue?: boolean | null;
}

@InputType({ description: 'Who wants to be incubated where.' })
export class ApplyForIncubationInput extends KeyedInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => ID, { description: 'An organization of the kind INCUBATION_BASE.' })
  baseId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Today when not given; not in the future.' })
  appliedOn?: string | null;
}

@InputType({ description: 'One step of an incubation (R-INC-01).' })
export class MoveIncubationInput extends KeyedInput {
  @Field(() => ID)
  incubationId!: string;

  @Field(() => IncubationStage, { description: 'One of allowedTransitions.' })
  to!: IncubationStage;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  note?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the term, for ADMITTED; today when not given (R-INC-03).',
  })
  termStart?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of the term, for ADMITTED and EXTENDED; 12 months on when not given, and at most 24 months after termStart (R-INC-05).',
  })
  termEnd?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Score of the final review, 0 to 100 with at most 2 decimals; for FINAL_REVIEW and what follows it. GRADUATED needs 60 (R-INC-04).',
  })
  finalScore?: string | null;
}

@InputType({ description: 'An organization that left has handed everything back (R-INC-08).' })
export class CompleteHandoverInput extends KeyedInput {
  @Field(() => ID)
  incubationId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Today when not given; not in the future.' })
  doneOn?: string | null;
}
