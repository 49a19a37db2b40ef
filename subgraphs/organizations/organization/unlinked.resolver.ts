import { Arg, Args, Ctx, Query, registerEnumType, Resolver } from 'type-graphql';
import { pageRequest, RootPageArgs } from '#shared/page.js';
import { AreaCodeScalar } from '#shared/scalars.js';
import type { OrganizationsContext } from '../context.js';
import { OrganizationOrder } from './organization.input.js';
import { searchOrganizations } from './organization.queries.js';
import { OrganizationConnection } from './organization.result.js';

/** The partners subgraph's word, as an argument here; composition fails when the two differ. */
enum PartnerKind {
  UNIVERSITY = 'UNIVERSITY',
  FOUNDATION = 'FOUNDATION',
  CHARITY_PLATFORM = 'CHARITY_PLATFORM',
  CHARITY_ORGANIZATION = 'CHARITY_ORGANIZATION',
  ENTERPRISE = 'ENTERPRISE',
  GOVERNMENT_BODY = 'GOVERNMENT_BODY',
  PROCURATORATE = 'PROCURATORATE',
}
registerEnumType(PartnerKind, { name: 'PartnerKind' });

@Resolver()
export class UnlinkedOrganizationsResolver {
  @Query(() => OrganizationConnection, {
    description: 'Organizations that no ACTIVE link connects with a partner of this kind.',
  })
  async organizationsWithoutLink(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('partnerKind', () => PartnerKind) partnerKind: PartnerKind,
    @Arg('area', () => AreaCodeScalar, { nullable: true }) area: string | null | undefined,
    @Ctx() { em, fields, linkedOrganizationIds }: OrganizationsContext,
  ) {
    const request = pageRequest(page, 'CREATED_AT');
    const linked = await linkedOrganizationIds(partnerKind, area ?? null);
    return new OrganizationConnection(
      await searchOrganizations(
        { em, fields },
        request,
        { area: area ?? null },
        OrganizationOrder.CREATED_AT,
        linked,
      ),
    );
  }
}
