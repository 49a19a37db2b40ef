import { Directive, Field, ObjectType } from 'type-graphql';
import { AreaCodeScalar } from '#shared/scalars.js';

/** The organizations subgraph's noun, known here by key. */
@ObjectType('Area')
@Directive('@key(fields: "code")')
export class AreaStub {
  @Field(() => AreaCodeScalar)
  code!: string;
}
