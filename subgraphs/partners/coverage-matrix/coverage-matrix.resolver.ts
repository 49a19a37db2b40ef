import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Asking } from '#shared/directory.js';
import { HubError } from '#shared/errors.js';
import { AreaCodeScalar } from '#shared/scalars.js';
import { AreaStub } from '../area/area.stub.js';
import type { PartnersContext } from '../context.js';
import { countLinked, countLinkedCommunities, countOffered } from './coverage-matrix.queries.js';
import { CoverageMatrix } from './coverage-matrix.result.js';
import { cellsOf } from './coverage-matrix.rule.js';

@Resolver()
export class CoverageResolver {
  @Query(() => CoverageMatrix, {
    description:
      'Where links are missing in an area: the areas directly below it by categories, with need, supply and gap. For analysts and administrators. An unknown code is NOT_FOUND.',
  })
  async coverageMatrix(
    @Arg('area', () => AreaCodeScalar) area: string,
    @Ctx() context: PartnersContext,
  ): Promise<CoverageMatrix> {
    const children = await partsOf(context, area);
    const codes = children.map(({ code }) => code);
    const [linked, communities, offered] = await Promise.all([
      countLinked(context.em, codes),
      countLinkedCommunities(context.em, codes),
      countOffered(context.em),
    ]);
    const linkedCommunities = new Map(communities.map((each) => [each.areaCode, each.communities]));
    const rows = children.map(({ code, organizations, communities: all }) => ({
      area: stub(code),
      organizations,
      communitiesWithoutLink: Math.max(0, all - (linkedCommunities.get(code) ?? 0)),
      cells: cellsOf({ code, organizations }, linked, offered),
    }));
    return { area: stub(area), rows };
  }
}

const stub = (code: string) => Object.assign(new AreaStub(), { code });

interface Part {
  code: string;
  organizations: number;
  communities: number;
}

/** Asks the owner of areas what lies below one, and how much is in it. */
async function partsOf({ directory, viewer, requestId }: Asking, area: string): Promise<Part[]> {
  const query = `query Parts($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area {
    children { code communities organizationCounts { total } } } } }`;
  const answer = await directory.ask<{
    _entities: ({
      children: (Omit<Part, 'organizations'> & { organizationCounts: { total: number } })[];
    } | null)[];
  }>('organizations', {
    query,
    variables: { representations: [{ __typename: 'Area', code: area }] },
    viewer,
    ...(requestId === null ? {} : { requestId }),
  });
  const [found] = answer._entities;
  if (!found)
    throw new HubError('NOT_FOUND', `area: there is no area with the code "${area}".`, { argument: 'area' });
  return found.children.map(({ organizationCounts, ...part }) => ({
    ...part,
    organizations: organizationCounts.total,
  }));
}
