import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { MoneyInput } from '#shared/keyed-input.js';
import { DateScalar, DecimalScalar } from '#shared/scalars.js';
import { GrantStatus } from './grant.entity.js';

export enum GrantReview {
  MIDTERM = 'MIDTERM',
  FINAL = 'FINAL',
}
registerEnumType(GrantReview, {
  name: 'GrantReview',
  description: 'Stage at which a grant is looked at (R-POOL-04).',
});

const amount = 'Yuan with at most two decimals, above 0.';
const note = 'At most 1,000 characters, without personal numbers.';

@InputType({ description: 'Asks a pool for money.' })
export class ApplyForGrantInput extends MoneyInput {
  @Field(() => ID)
  poolId!: string;

  @Field(() => ID, {
    description: 'In an area of the pool; able to receive money itself or through a fiscal host (R-REG-05).',
  })
  organizationId!: string;

  @Field(() => ID, { nullable: true, description: 'A project of the organization.' })
  projectId?: string | null;

  @Field(() => DecimalScalar, { description: `${amount} At most what the pool gives to one grant.` })
  amount!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many months it runs, within the range of the pool; needed where it has one.',
  })
  months?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Groups of people it is for, at most 20 of 1 to 100 characters.',
  })
  beneficiaries?: string[] | null;

  @Field(() => DateScalar, { nullable: true })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it no longer runs.' })
  endsOn?: string | null;
}

@InputType()
abstract class GrantInput extends MoneyInput {
  @Field(() => ID)
  grantId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

@InputType({ description: 'Gives a grant, as it was read, money from its pool.' })
export class AwardGrantInput extends GrantInput {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: `At most what was applied for, which it is when not given. ${amount}`,
  })
  amount?: string | null;
}

@InputType({ description: 'Pays a grant, as it was read.' })
export class DisburseGrantInput extends GrantInput {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: `At most what is unlocked and not paid yet, which it is when not given (R-POOL-04). ${amount}`,
  })
  amount?: string | null;
}

@InputType({ description: 'Records the result of a review of a grant, as it was read.' })
export class ReviewGrantInput extends GrantInput {
  @Field(() => GrantReview)
  review!: GrantReview;

  @Field(() => Boolean, { description: 'A failed midterm review freezes what is not paid yet (R-POOL-04).' })
  passed!: boolean;

  @Field(() => String, { nullable: true, description: note })
  note?: string | null;
}

@InputType({
  description: 'Rejects or ends a grant, as it was read; what is not paid goes back to the pool.',
})
export class MoveGrantInput extends GrantInput {
  @Field(() => GrantStatus, {
    description: 'REJECTED, CLOSED or TERMINATED; awards and payments have mutations of their own.',
  })
  to!: GrantStatus;

  @Field(() => String, { nullable: true, description: note })
  note?: string | null;
}
