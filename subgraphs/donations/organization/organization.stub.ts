import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The organizations subgraph's noun, known here by key. */
@ObjectType('Organization')
@Directive('@key(fields: "id")')
export class OrganizationStub {
  @Field(() => ID)
  id!: string;
}
