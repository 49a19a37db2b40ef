import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { badInput } from '#shared/errors.js';
import type { PartnersContext } from '../context.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { Resource } from '../resource/resource.entity.js';
import { ResourceSuggestion } from './suggestion.result.js';
import { reasonsFor } from './suggestion.rule.js';

const suggestionsDefault = 5;
/** Nobody reads on behind the twentieth suggestion. */
const suggestionsMax = 20;

@Resolver(() => OrganizationStub)
export class OrganizationSuggestionsResolver {
  @FieldResolver(() => [ResourceSuggestion], {
    description: `Resources that would suit it, best first: 1 to 20, 5 when not given. Score = 0.5 · Adamic–Adar on shared partners (scaled
from 0 to 1 among its candidates) + 0.2 · Jaccard of the categories of its links and of the partner's offers + 0.2 · closeness (same county 1,
same city 0.5) + 0.1 when it has no ACTIVE link of this category and its county asks for this one most; ties by id. Only what is PUBLISHED,
available today, has something remaining, may be used in its area and is not linked with it (unless DECLINED or CANCELLED). Without links only
closeness and need count. Looked at are 10 of its partners, 20 organizations of each and 20 partners of each of these; candidates are the
five newest resources of each of the 20 nearest partners and of 50 partners in its county, and the 200 newest anywhere.`,
  })
  suggestedResources(
    @Root() { id }: OrganizationStub,
    @Arg('first', () => Int, { nullable: true }) first: number | null | undefined,
    @Ctx() { suggestionsByOrganization }: PartnersContext,
  ) {
    const wanted = first === undefined ? suggestionsDefault : first;
    if (wanted === null || wanted < 1 || wanted > suggestionsMax)
      throw badInput('first', first, `a whole number from 1 to ${suggestionsMax} is expected`);
    return suggestionsByOrganization(wanted)
      .load(id)
      .as((suggested) =>
        suggested.map((each) =>
          Object.assign(new ResourceSuggestion(), {
            resourceId: each.resourceId,
            score: each.score,
            reasons: reasonsFor(each),
          }),
        ),
      );
  }
}

@Resolver(() => ResourceSuggestion)
export class ResourceSuggestionResolver {
  @FieldResolver(() => Resource)
  resource(@Root() { resourceId }: ResourceSuggestion, @Ctx() { resourceById }: PartnersContext) {
    return resourceById.load(resourceId);
  }
}
