import { Field, ID, InputType, Int } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { AwardLevel, AwardSubject } from './award.entity.js';

@InputType({ description: 'An honour of an organization or of a project: exactly one of the two.' })
export class RecordAwardInput extends KeyedInput {
  @Field(() => ID, { nullable: true })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true })
  projectId?: string | null;

  @Field(() => String, { description: '1 to 200 characters.' })
  title!: string;

  @Field(() => AwardLevel)
  level!: AwardLevel;

  @Field(() => AwardSubject)
  subject!: AwardSubject;

  @Field(() => Int, { description: '1949 to this year.' })
  year!: number;

  @Field(() => String, { description: 'The body that gave it (R-AWD-03); 1 to 200 characters.' })
  issuer!: string;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'How many were honoured; 1 to 100,000.' })
  count?: number | null;
}
