import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Money } from '#shared/money.js';
import { PageArgs, pageRequest } from '#shared/page.js';
import { AreaStub } from '../area/area.stub.js';
import type { DonationsContext } from '../context.js';
import { GrantConnection } from '../grant/grant.result.js';
import { FundingPool } from './funding-pool.entity.js';
import { OpenFundingPoolInput } from './funding-pool.input.js';
import { listFundingPools } from './funding-pool.queries.js';
import { OpenFundingPoolResult } from './funding-pool.result.js';
import { openFundingPool } from './funding-pool.service.js';

@Resolver(() => FundingPool)
export class FundingPoolResolver {
  @Query(() => [FundingPool], { description: 'All pools, oldest record first; a city has a handful.' })
  fundingPools(@Ctx() { em }: DonationsContext): Promise<FundingPool[]> {
    return listFundingPools(em);
  }

  @Mutation(() => OpenFundingPoolResult, { description: 'Sets money aside for which organizations compete.' })
  openFundingPool(
    @Arg('input', () => OpenFundingPoolInput) input: OpenFundingPoolInput,
    @Ctx() context: DonationsContext,
  ) {
    return openFundingPool(context, input);
  }

  @FieldResolver(() => [AreaStub], { description: 'The areas of areaCodes.' })
  areas(@Root() { areaCodes }: FundingPool): AreaStub[] {
    return areaCodes.map((code) => Object.assign(new AreaStub(), { code }));
  }

  @FieldResolver(() => Money)
  budget(@Root() { budgetFen }: FundingPool): Money {
    return new Money(budgetFen);
  }

  @FieldResolver(() => Money, { description: 'Promised to grants.' })
  awarded(@Root() { awardedFen }: FundingPool): Money {
    return new Money(awardedFen);
  }

  @FieldResolver(() => Money, { description: 'Paid out of what is awarded.' })
  disbursed(@Root() { disbursedFen }: FundingPool): Money {
    return new Money(disbursedFen);
  }

  @FieldResolver(() => Money, { description: 'Budget less what is awarded; never negative (R-POOL-01).' })
  available(@Root() { budgetFen, awardedFen }: FundingPool): Money {
    return new Money(budgetFen - awardedFen);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'Most that one grant may have (R-POOL-02).' })
  perGrantMax(@Root() { perGrantMaxFen }: FundingPool): Money | null {
    return perGrantMaxFen === null ? null : new Money(perGrantMaxFen);
  }

  @FieldResolver(() => GrantConnection)
  grants(
    @Root() { id }: FundingPool,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { grantsByPool }: DonationsContext,
  ) {
    return grantsByPool(pageRequest(page, 'CREATED_AT'))
      .load(id)
      .as((found) => new GrantConnection(found));
  }
}
