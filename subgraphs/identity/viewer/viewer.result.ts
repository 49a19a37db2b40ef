import { Field, ID, ObjectType } from 'type-graphql';

/** What a viewer may know about themselves. */
@ObjectType('Viewer', { description: 'Who asks, as the hub understood the token.' })
export class CurrentViewer {
  @Field(() => String, {
    nullable: true,
    description: 'Stable name of the person or program; null without a token.',
  })
  subject!: string | null;

  @Field(() => [String], {
    description: 'What the viewer may be, for instance `partner`; empty without a token.',
  })
  roles!: string[];

  @Field(() => ID, { nullable: true, description: 'The partner whose records the viewer may change.' })
  partnerId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The organization whose records the viewer may change.' })
  organizationId!: string | null;
}
