import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Money } from '#shared/money.js';
import type { DonationsContext } from '../context.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { FundingPool } from '../pool/funding-pool.entity.js';
import { ProjectStub } from '../project/project.stub.js';
import { Grant } from './grant.entity.js';

@Resolver(() => Grant)
export class GrantResolver {
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
}
