import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { pageRequest, RootPageArgs } from '#shared/page.js';
import { daysOf, Period } from '#shared/period.js';
import { AreaCodeScalar } from '#shared/scalars.js';
import type { DonationsContext } from '../context.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { searchSingleSource } from './concentration.queries.js';
import { FundingConcentration, SingleSourceConnection } from './concentration.result.js';
import { concentrationOf, shownTo } from './concentration.rule.js';

@Resolver(() => OrganizationStub)
export class ConcentrationResolver {
  @Query(() => SingleSourceConnection, {
    description: `Organizations that received more than 60 % from one funder, by id: for analysts, finance and administrators. An organization
is in the area that it was in at its latest gift. Since ever it costs little; a period is reckoned from the ledger, organization by
organization until the page is full, and may end with UNAVAILABLE where millions of gifts must be looked at.`,
  })
  async singleSourceOrganizations(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('area', () => AreaCodeScalar, { nullable: true }) area: string | null | undefined,
    @Arg('period', () => Period, { nullable: true }) period: Period | null | undefined,
    @Ctx() { em }: DonationsContext,
  ) {
    const sought = { area: area ?? null, days: daysOf(period) };
    return new SingleSourceConnection(await searchSingleSource(em, pageRequest(page, 'ID'), sought));
  }

  @FieldResolver(() => FundingConcentration, {
    nullable: true,
    description:
      'How concentrated its funding is, since ever or in a period; null when it received nothing. For analysts, finance and administrators.',
  })
  fundingConcentration(
    @Root() { id }: OrganizationStub,
    @Arg('period', () => Period, { nullable: true }) period: Period | null | undefined,
    @Ctx() { sharesByOrganization, viewer }: DonationsContext,
  ) {
    return sharesByOrganization(daysOf(period))
      .load(id)
      .as((shares) => (shares === null ? null : shownTo(viewer, concentrationOf(shares))));
  }
}
