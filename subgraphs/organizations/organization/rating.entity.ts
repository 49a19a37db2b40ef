import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';

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

/** One assessment result; valid in `[validFrom, validTo)`, five years (R-RAT-01). */
@Entity({ schema: 'organizations', tableName: 'rating_period' })
export class RatingPeriod {
  @PrimaryKey({ type: 'uuid' })
  organizationId!: string;

  @PrimaryKey({ type: 'date' })
  validFrom!: string;

  @Property({ type: 'date' })
  validTo!: string;

  @Property({ type: 'text' })
  grade!: Rating;
}
