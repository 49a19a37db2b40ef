import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { daysOf, Period } from '#shared/period.js';
import type { DonationsContext } from '../context.js';
import { FundSummary } from '../fund/fund.result.js';
import { PartnerStub } from './partner.stub.js';

@Resolver(() => PartnerStub)
export class PartnerResolver {
  @FieldResolver(() => FundSummary, { description: 'What it gave.' })
  contributions(
    @Root() { id }: PartnerStub,
    @Arg('period', () => Period, { nullable: true }) period: Period | null | undefined,
    @Ctx() { fundsByOwner }: DonationsContext,
  ): PromiseLike<FundSummary> {
    return fundsByOwner(daysOf(period)).load(`PARTNER:${id}`);
  }
}
