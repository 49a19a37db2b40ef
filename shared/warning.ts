import { Directive, Field, ObjectType } from 'type-graphql';
import type { Finding } from './finding.js';

@ObjectType({ description: 'Something about a record that a person should look at; it refuses nothing.' })
@Directive('@shareable')
export class DataWarning {
  @Field(() => String, { description: 'Field of the record.' })
  field!: string;

  @Field(() => String, { description: 'Stable code, for instance ORG_CODE_CHECK.' })
  code!: string;

  @Field(() => String)
  message!: string;
}

/** Writes findings about a field of a record as warnings. */
export function warningsOf(field: string, findings: readonly Finding[]): DataWarning[] {
  return findings.map(({ code, message }) => Object.assign(new DataWarning(), { field, code, message }));
}
