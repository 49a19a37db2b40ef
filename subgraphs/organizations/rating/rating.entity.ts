import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '#shared/scalars.js';

export enum Rating {
  AAAAA = 'AAAAA',
  AAAA = 'AAAA',
  AAA = 'AAA',
  AA = 'AA',
  A = 'A',
}
registerEnumType(Rating, {
  name: 'Rating',
  description: 'Result of the assessment of social organizations 评估等级 (R-RAT-01).',
});

@Entity({ schema: 'organizations', tableName: 'rating_period' })
@ObjectType({ description: 'One assessment result; valid for five years (R-RAT-01).' })
export class RatingPeriod {
  @PrimaryKey({ type: 'uuid' })
  organizationId!: string;

  @Field(() => DateScalar, { description: 'First day.' })
  @PrimaryKey({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, { description: 'First day on which it is no longer in force.' })
  @Property({ type: 'date' })
  validTo!: string;

  @Field(() => Rating)
  @Property({ type: 'text' })
  grade!: Rating;
}
