import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The partners subgraph's noun, known here by key. */
@ObjectType('Partner')
@Directive('@key(fields: "id", resolvable: false)')
export class PartnerStub {
  @Field(() => ID)
  id!: string;
}
