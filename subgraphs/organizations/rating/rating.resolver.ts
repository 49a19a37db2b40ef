import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { DateScalar } from '#shared/scalars.js';
import { today } from '#shared/today.js';
import type { OrganizationsContext } from '../context.js';
import { Organization } from '../organization/organization.entity.js';
import { Rating, RatingPeriod } from './rating.entity.js';
import { RecordRatingInput } from './rating.input.js';
import { RecordRatingResult } from './rating.result.js';
import { effectiveRating } from './rating.rules.js';
import { recordRating } from './rating.service.js';

@Resolver(() => Organization)
export class RatingResolver {
  @Mutation(() => RecordRatingResult, {
    description: 'Puts the result of an assessment on record: by an administrator.',
  })
  recordRating(
    @Arg('input', () => RecordRatingInput) input: RecordRatingInput,
    @Ctx() context: OrganizationsContext,
  ) {
    return recordRating(context, input);
  }

  @FieldResolver(() => Rating, {
    nullable: true,
    description: 'Rating in force on a day, today when none is given; null when expired (R-RAT-04).',
  })
  rating(
    @Root() { id }: Organization,
    @Arg('asOf', () => DateScalar, { nullable: true }) asOf: string | null | undefined,
    @Ctx() { ratingsByOrganization }: OrganizationsContext,
  ): PromiseLike<Rating | null> {
    return ratingsByOrganization.load(id).as((ratings) => effectiveRating(ratings, asOf ?? today()));
  }

  @FieldResolver(() => [RatingPeriod], { description: 'Every assessment result, latest first.' })
  ratings(
    @Root() { id }: Organization,
    @Ctx() { ratingsByOrganization }: OrganizationsContext,
  ): PromiseLike<RatingPeriod[]> {
    return ratingsByOrganization.load(id);
  }
}
