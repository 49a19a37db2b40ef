import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';

/** The organizations subgraph's noun, known here by key. */
@ObjectType('Organization')
@Directive('@key(fields: "id")')
export class OrganizationStub {
  @Field(() => ID)
  id!: string;
}

export const LinkedOrganizationConnection = connectionType('Organization', () => OrganizationStub, true);
