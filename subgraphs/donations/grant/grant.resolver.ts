import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Money } from '#shared/money.js';
import { pageRequest, RootPageArgs } from '#shared/page.js';
import { AreaCodeScalar, DateScalar } from '#shared/scalars.js';
import type { DonationsContext } from '../context.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { FundingPool } from '../pool/funding-pool.entity.js';
import { ProjectStub } from '../project/project.stub.js';
import { awardGrant } from './award.service.js';
import { GrantEvent } from './grant-event.entity.js';
import { Grant, GrantStatus } from './grant.entity.js';
import {
  ApplyForGrantInput,
  AwardGrantInput,
  DisburseGrantInput,
  MoveGrantInput,
  ReviewGrantInput,
} from './grant.input.js';
import {
  ApplyForGrantResult,
  AwardGrantResult,
  DisburseGrantResult,
  GrantConnection,
  MoveGrantResult,
  ReviewGrantResult,
} from './grant.result.js';
import { listGrants } from './grant.queries.js';
import { applyForGrant } from './grant.service.js';
import { grantTransitions } from './grant.status.js';
import { disburseGrant } from './payment.service.js';
import { moveGrant, reviewGrant } from './progress.service.js';

@Resolver(() => Grant)
export class GrantResolver {
  @Query(() => GrantConnection, { description: 'Grants of all pools, oldest record first.' })
  async grants(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('status', () => [GrantStatus], { nullable: true }) status: GrantStatus[] | null | undefined,
    @Arg('area', () => AreaCodeScalar, {
      nullable: true,
      description: 'In this area or anywhere below it, by where the organization was when it applied.',
    })
    area: string | null | undefined,
    @Ctx() { em }: DonationsContext,
  ) {
    const request = pageRequest(page, 'CREATED_AT');
    return new GrantConnection(await listGrants(em, request, status ?? null, area ?? null));
  }

  @Mutation(() => ApplyForGrantResult, {
    description: 'Asks a pool for money: by the organization itself or the department.',
  })
  applyForGrant(
    @Arg('input', () => ApplyForGrantInput) input: ApplyForGrantInput,
    @Ctx() context: DonationsContext,
  ) {
    return applyForGrant(context, input);
  }

  @Mutation(() => AwardGrantResult, {
    description: 'Gives a grant money from its pool, never more than the pool has (R-POOL-01).',
  })
  awardGrant(@Arg('input', () => AwardGrantInput) input: AwardGrantInput, @Ctx() context: DonationsContext) {
    return awardGrant(context, input);
  }

  @Mutation(() => DisburseGrantResult, {
    description:
      'Pays what is unlocked of a grant, or a part of it; the first payment moves it to IN_PROGRESS.',
  })
  disburseGrant(
    @Arg('input', () => DisburseGrantInput) input: DisburseGrantInput,
    @Ctx() context: DonationsContext,
  ) {
    return disburseGrant(context, input);
  }

  @Mutation(() => ReviewGrantResult, {
    description:
      'Records the midterm or final review, each once; passing unlocks the shares bound to it (R-POOL-04).',
  })
  reviewGrant(
    @Arg('input', () => ReviewGrantInput) input: ReviewGrantInput,
    @Ctx() context: DonationsContext,
  ) {
    return reviewGrant(context, input);
  }

  @Mutation(() => MoveGrantResult, {
    description: 'Rejects, closes or terminates a grant; what is not paid goes back to its pool.',
  })
  moveGrant(@Arg('input', () => MoveGrantInput) input: MoveGrantInput, @Ctx() context: DonationsContext) {
    return moveGrant(context, input);
  }

  @FieldResolver(() => FundingPool)
  pool(@Root() { poolId }: Grant, @Ctx() { fundingPoolById }: DonationsContext) {
    return fundingPoolById.load(poolId);
  }

  @FieldResolver(() => OrganizationStub)
  organization(@Root() { organizationId }: Grant): OrganizationStub {
    return Object.assign(new OrganizationStub(), { id: organizationId });
  }

  @FieldResolver(() => ProjectStub, { nullable: true })
  project(@Root() { projectId }: Grant): ProjectStub | null {
    return projectId === null ? null : Object.assign(new ProjectStub(), { id: projectId });
  }

  @FieldResolver(() => Money, { description: 'Amount awarded, or applied for.' })
  amount(@Root() { amountFen }: Grant): Money {
    return new Money(amountFen);
  }

  @FieldResolver(() => Money, { description: 'Paid out so far.' })
  disbursed(@Root() { disbursedFen }: Grant): Money {
    return new Money(disbursedFen);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What was applied for; null where only the award is known.',
  })
  requested(@Root() { requestedFen }: Grant): Money | null {
    return requestedFen === null ? null : new Money(requestedFen);
  }

  @FieldResolver(() => Money, { description: 'Part of the award that went back to the pool at the end.' })
  returned(@Root() { returnedFen }: Grant): Money {
    return new Money(returnedFen);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'Day on which its award was booked; null before.',
  })
  awardedOn(@Root() { id }: Grant, @Ctx() { awardByGrant }: DonationsContext): PromiseLike<string | null> {
    return awardByGrant.load(id).as((award) => award?.awardedOn ?? null);
  }

  @FieldResolver(() => [GrantEvent], { description: 'Its steps and reviews, oldest first.' })
  events(@Root() { id }: Grant, @Ctx() { eventsByGrant }: DonationsContext): PromiseLike<GrantEvent[]> {
    return eventsByGrant.load(id);
  }

  @FieldResolver(() => [GrantStatus], { description: 'Where it may go from here.' })
  allowedTransitions(@Root() { status }: Grant): readonly GrantStatus[] {
    return grantTransitions[status];
  }
}
