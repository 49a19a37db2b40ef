import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { daysOf, Period } from '#shared/period.js';
import type { DonationsContext } from '../context.js';
import { FundSummary } from '../fund/fund.result.js';
import { AreaStub } from './area.stub.js';

@Resolver(() => AreaStub)
export class AreaResolver {
  @FieldResolver(() => FundSummary, { description: 'Funds for the area with everything below it.' })
  funds(
    @Root() { code }: AreaStub,
    @Arg('period', () => Period, { nullable: true }) period: Period | null | undefined,
    @Ctx() { fundsByOwner }: DonationsContext,
  ): PromiseLike<FundSummary> {
    return fundsByOwner(daysOf(period)).load(`AREA:${code}`);
  }
}
