import { Field, InputType, Int } from 'type-graphql';
import { MoneyInput } from '#shared/keyed-input.js';
import { AreaCodeScalar, DecimalScalar } from '#shared/scalars.js';
import { FundingPoolKind } from './funding-pool.entity.js';

const amount = 'Yuan with at most two decimals, above 0 and at most 1000000000000.00.';

@InputType({ description: 'Money set aside, and the rules by which organizations get it.' })
export class OpenFundingPoolInput extends MoneyInput {
  @Field(() => String, { description: '1 to 200 characters.' })
  name!: string;

  @Field(() => FundingPoolKind)
  kind!: FundingPoolKind;

  @Field(() => [AreaCodeScalar], {
    nullable: true,
    description: 'Areas that share it, at most 100 (R-DIV-06); everywhere when empty.',
  })
  areaCodes?: string[] | null;

  @Field(() => DecimalScalar, { description: amount })
  budget!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: `Most that one grant may have, within the budget (R-POOL-02). ${amount}`,
  })
  perGrantMax?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many grants one organization may hold, 1 or more (R-POOL-02).',
  })
  perOrganizationMax?: number | null;

  @Field(() => Int, { nullable: true, description: 'Least months that a grant runs, 1 to 120 (R-POOL-02).' })
  monthsMin?: number | null;

  @Field(() => Int, { nullable: true, description: 'Most months that a grant runs, 1 to 120 (R-POOL-02).' })
  monthsMax?: number | null;

  @Field(() => [Int], {
    nullable: true,
    description:
      'Shares in percent in which a grant is paid, adding up to 100, at most 10: the first after the award, the middle ones after the midterm review, the last after the final review (R-POOL-04). Paid freely when empty.',
  })
  instalments?: number[] | null;
}
