import { createUnionType } from 'type-graphql';
import { InvalidInput, UnknownReference } from '#shared/problem.js';
import { RatingPeriod } from './rating.entity.js';

export const RecordRatingResult = createUnionType({
  name: 'RecordRatingResult',
  types: () => [RatingPeriod, InvalidInput, UnknownReference] as const,
});
