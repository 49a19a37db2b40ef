import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { daysOf, Period } from '#shared/period.js';
import type { DonationsContext } from '../context.js';
import { FundSummary } from '../fund/fund.result.js';
import { ProjectStub } from './project.stub.js';

@Resolver(() => ProjectStub)
export class ProjectResolver {
  @FieldResolver(() => FundSummary, { description: 'Funds for it.' })
  funds(
    @Root() { id }: ProjectStub,
    @Arg('period', () => Period, { nullable: true }) period: Period | null | undefined,
    @Ctx() { fundsByOwner }: DonationsContext,
  ): PromiseLike<FundSummary> {
    return fundsByOwner(daysOf(period)).load(`PROJECT:${id}`);
  }
}
