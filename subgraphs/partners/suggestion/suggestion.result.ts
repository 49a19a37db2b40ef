import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A resource that would suit an organization, and why.' })
export class ResourceSuggestion {
  resourceId!: string;

  @Field(() => Float, { description: 'How well it suits, from 0 to 1.' })
  score!: number;

  @Field(() => [String], {
    description: 'Three reasons in Chinese, for people; what weighs most comes first.',
  })
  reasons!: string[];
}
