import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '#shared/money.js';
import type { FundSums, MonthSums } from './fund.queries.js';

/** What every stretch of time has. */
@ObjectType()
abstract class FundsOfTime {
  @Field(() => Money, { description: 'Received in cash and in kind, less what was given back in it.' })
  raised!: Money;

  @Field(() => Money, { description: 'Received in cash, before refunds.' })
  raisedCash!: Money;

  @Field(() => Money, { description: 'Received in kind at fair value, before refunds.' })
  raisedInKind!: Money;

  @Field(() => Money, { description: 'Given back to donors in it.' })
  refunded!: Money;

  @Field(() => Int)
  donationCount!: number;
}

@ObjectType({ description: 'Funds of one month.' })
export class MonthlyFunds extends FundsOfTime {
  @Field(() => String, { description: 'Month as "2023-05".' })
  month!: string;
}

@ObjectType({ description: 'Funds of one calendar year.' })
export class YearlyFunds extends FundsOfTime {
  @Field(() => Int)
  year!: number;
}

/** What a summary reads only when a client asks for it. */
export interface FundDetails {
  months(): PromiseLike<MonthSums[]>;
  donors(): Promise<number>;
}

const raisedFen = ({
  cashFen,
  inKindFen,
  refundedFen,
}: Pick<FundSums, 'cashFen' | 'inKindFen' | 'refundedFen'>) => cashFen + inKindFen - refundedFen;

function fundsOf(months: readonly MonthSums[]): FundsOfTime {
  const sum = (of: (month: MonthSums) => bigint) =>
    new Money(months.reduce((total, month) => total + of(month), 0n));
  return {
    raised: sum(raisedFen),
    raisedCash: sum(({ cashFen }) => cashFen),
    raisedInKind: sum(({ inKindFen }) => inKindFen),
    refunded: sum(({ refundedFen }) => refundedFen),
    donationCount: months.reduce((total, { donations }) => total + donations, 0),
  };
}

@ObjectType({ description: 'Sums of money and goods at fair value; all from the ledger, and exact.' })
export class FundSummary {
  constructor(
    private readonly sums: FundSums,
    private readonly details: FundDetails,
  ) {}

  @Field(() => Money, {
    description: 'Received in cash and in kind, less refunds. Pledges do not count (R-FND-14).',
  })
  raised(): Money {
    return new Money(raisedFen(this.sums));
  }

  @Field(() => Money, { description: 'Received in cash, before refunds.' })
  raisedCash(): Money {
    return new Money(this.sums.cashFen);
  }

  @Field(() => Money, {
    description:
      'Received in kind at fair value, before refunds; goods that cannot be valued do not count (R-VAL-01).',
  })
  raisedInKind(): Money {
    return new Money(this.sums.inKindFen);
  }

  @Field(() => Money, { description: 'Pledged and not received yet.' })
  pledged(): Money {
    return new Money(this.sums.pledgedFen);
  }

  @Field(() => Money, { description: 'Given back to donors, on the day of the refund.' })
  refunded(): Money {
    return new Money(this.sums.refundedFen);
  }

  @Field(() => Money, { description: 'Awarded from funding pools.' })
  granted(): Money {
    return new Money(this.sums.grantedFen);
  }

  @Field(() => Money, { description: 'Paid out of awarded grants.' })
  disbursed(): Money {
    return new Money(this.sums.disbursedFen);
  }

  @Field(() => Int, { description: 'Donations received.' })
  donationCount(): number {
    return this.sums.donations;
  }

  @Field(() => Int, { description: 'Different donors; each anonymous gift counts as a donor of its own.' })
  donorCount(): Promise<number> {
    return this.details.donors();
  }

  @Field(() => [MonthlyFunds], {
    description: 'Months in which something was received or given back, oldest first.',
  })
  async byMonth(): Promise<MonthlyFunds[]> {
    return (await this.details.months()).map((sums) => ({ month: sums.month, ...fundsOf([sums]) }));
  }

  @Field(() => [YearlyFunds], {
    description: 'Years in which something was received or given back, oldest first.',
  })
  async byYear(): Promise<YearlyFunds[]> {
    const years = Map.groupBy(await this.details.months(), ({ month }) => Number(month.slice(0, 4)));
    return [...years].map(([year, months]) => ({ year, ...fundsOf(months) }));
  }
}
