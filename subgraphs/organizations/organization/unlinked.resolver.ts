import { Arg, Args, Ctx, Field, Int, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { badInput } from '#shared/errors.js';
import { pageRequest, RootPageArgs } from '#shared/page.js';
import { AreaCodeScalar } from '#shared/scalars.js';
import type { OrganizationsContext } from '../context.js';
import { listBases, listIncubated } from '../incubation/incubation.queries.js';
import { OrganizationOrder } from './organization.input.js';
import { openStatuses } from '../registration/registration.status.js';
import { countOrganizations, searchOrganizations } from './organization.queries.js';
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

@ObjectType({
  description:
    'How many organizations of an area are linked with a kind of partners; closed ones do not count.',
})
export class LinkCoverage {
  @Field(() => Int, { description: 'All of them: those linked directly, through a base, and not at all.' })
  organizations!: number;

  @Field(() => Int, { description: 'With a link of their own.' })
  direct!: number;

  @Field(() => Int, { description: 'With none of their own, but incubated at a base that has one.' })
  throughBase!: number;

  @Field(() => Int)
  without!: number;
}

@Resolver()
export class UnlinkedOrganizationsResolver {
  @Query(() => OrganizationConnection, {
    description: `Organizations that no link connects with a partner of this kind, oldest record first. A link is an ACTIVE link or an
agreement that is valid today. With maxHops 2, organizations whose current incubation is at a base with such a link count as connected too.
Deregistered and revoked ones are left out.`,
  })
  async organizationsWithoutLink(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('partnerKind', () => PartnerKind) partnerKind: PartnerKind,
    @Arg('area', () => AreaCodeScalar, { nullable: true }) area: string | null | undefined,
    @Arg('maxHops', () => Int, { nullable: true, defaultValue: 1, description: '1 or 2.' })
    maxHops: number | null | undefined,
    @Ctx() context: OrganizationsContext,
  ) {
    const request = pageRequest(page, 'CREATED_AT');
    if (maxHops !== 1 && maxHops !== 2) throw badInput('maxHops', maxHops, '1 or 2 is expected');
    const direct = await context.linkedOrganizationIds(partnerKind, area ?? null);
    const further = maxHops === 1 ? [] : await linkedThroughBase(context, partnerKind);
    return new OrganizationConnection(
      await searchOrganizations(context, request, openIn(area), OrganizationOrder.CREATED_AT, [
        ...new Set([...direct, ...further]),
      ]),
    );
  }

  @Query(() => LinkCoverage, {
    description:
      'How many organizations of an area, everywhere when none is given, are linked with a partner of this kind as `organizationsWithoutLink` means it, and how.',
  })
  async linkCoverage(
    @Arg('partnerKind', () => PartnerKind) partnerKind: PartnerKind,
    @Arg('area', () => AreaCodeScalar, { nullable: true }) area: string | null | undefined,
    @Ctx() context: OrganizationsContext,
  ): Promise<LinkCoverage> {
    const linked = new Set(await context.linkedOrganizationIds(partnerKind, area ?? null));
    const further = (await linkedThroughBase(context, partnerKind)).filter((id) => !linked.has(id));
    const [organizations, direct, throughBase] = await Promise.all([
      countOrganizations(context.em, openIn(area)),
      countOrganizations(context.em, openIn(area), [...linked]),
      countOrganizations(context.em, openIn(area), further),
    ]);
    return { organizations, direct, throughBase, without: organizations - direct - throughBase };
  }
}

const openIn = (area: string | null | undefined) => ({
  area: area ?? null,
  registrationStatus: [...openStatuses],
});

/** A base may lie in another area than who is incubated there. */
async function linkedThroughBase(
  { em, linkedOrganizationIds }: OrganizationsContext,
  partnerKind: PartnerKind,
): Promise<string[]> {
  return listIncubated(em, await linkedOrganizationIds(partnerKind, null, await listBases(em)));
}
