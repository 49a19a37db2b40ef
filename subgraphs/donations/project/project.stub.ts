import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The organizations subgraph's noun, known here by key. */
@ObjectType('Project')
@Directive('@key(fields: "id")')
export class ProjectStub {
  @Field(() => ID)
  id!: string;
}
