import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';

export enum ImportSeverity {
  ERROR = 'ERROR',
  WARNING = 'WARNING',
}
registerEnumType(ImportSeverity, {
  name: 'ImportSeverity',
  description: 'An ERROR refuses a row; a WARNING lets it pass and asks for a second look.',
});

@ObjectType({ description: 'What is wrong with one value of a row, or worth a look.' })
export class ImportProblem {
  @Field(() => Int, { description: 'Number of the row, as a spreadsheet shows it.' })
  row!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Position of the column, from 0; null for the row as a whole.',
  })
  column!: number | null;

  @Field(() => String, { nullable: true, description: 'Field that the value was taken for.' })
  field!: string | null;

  @Field(() => ImportSeverity)
  severity!: ImportSeverity;

  @Field(() => String, { description: 'Stable code, for instance USCC_BAD_CHECK.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'What stands there; null where it may be personal.' })
  value!: string | null;

  @Field(() => String, { description: 'What was found and what is allowed.' })
  message!: string;

  @Field(() => String, { description: 'The same in Chinese, for whoever fills the file in.' })
  messageZh!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What may be meant, or what to do; never applied by itself.',
  })
  suggestion!: string | null;
}

export const ImportProblemConnection = connectionType('ImportProblem', () => ImportProblem);

@ObjectType({ description: 'Problems of one kind, which are mended in one way.' })
export class ImportProblemGroup {
  @Field(() => String)
  code!: string;

  @Field(() => String, { nullable: true })
  field!: string | null;

  @Field(() => ImportSeverity)
  severity!: ImportSeverity;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;

  @Field(() => ImportProblem, { description: 'The first of them.' })
  example!: ImportProblem;
}
