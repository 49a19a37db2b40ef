import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { ImportStatus } from './import-job.entity.js';
import { ImportNounName } from './import-job.noun.js';

export enum ImportDuplicateRule {
  SKIP = 'SKIP',
  UPDATE = 'UPDATE',
  CREATE = 'CREATE',
}
registerEnumType(ImportDuplicateRule, {
  name: 'ImportDuplicateRule',
  description: 'What becomes of a row when one like it is on record or stands above it in the file.',
  valuesConfig: {
    SKIP: { description: 'It is left out.' },
    UPDATE: { description: 'What differs on record is changed; donations are never changed, but left out.' },
    CREATE: { description: 'It is written besides, unless a rule forbids two of them.' },
  },
});

@InputType({ description: 'All conditions hold together; a list means any of its values.' })
export class ImportJobFilter {
  @Field(() => [ImportNounName], { nullable: true })
  noun?: ImportNounName[] | null;

  @Field(() => [ImportStatus], { nullable: true })
  status?: ImportStatus[] | null;
}

@InputType({ description: 'Says what a column of the file is.' })
export class ImportColumnInput {
  @Field(() => Int, { description: 'Its position, from 0.' })
  column!: number;

  @Field(() => String, { description: 'Name of one of `importFields`.' })
  field!: string;
}

@InputType({ description: 'Gives every row the same value where the file has no column for it.' })
export class ImportConstantInput {
  @Field(() => String, { description: 'Name of one of `importFields`.' })
  field!: string;

  @Field(() => String, { description: 'As a cell would say it: a word, a code, a day.' })
  value!: string;
}

@InputType({
  description: 'How a file that was read is to be taken. What is left out is taken as suggested.',
})
export class StartImportInput extends KeyedInput {
  @Field(() => ID)
  jobId!: string;

  @Field(() => Int, { nullable: true, description: 'Position of a sheet; the first visible one with rows.' })
  sheet?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Row with the columns’ names, from 1; 0 where there is none.',
  })
  headerRow?: number | null;

  @Field(() => [ImportColumnInput], {
    nullable: true,
    description: 'Columns that are taken; those that were recognised when not given.',
  })
  mapping?: ImportColumnInput[] | null;

  @Field(() => [ImportConstantInput], { nullable: true })
  constants?: ImportConstantInput[] | null;

  @Field(() => ImportDuplicateRule, { nullable: true, defaultValue: ImportDuplicateRule.SKIP })
  onDuplicate?: ImportDuplicateRule | null;
}

@InputType({ description: 'Writes what the last dry run let pass.' })
export class CommitImportInput extends KeyedInput {
  @Field(() => ID)
  jobId!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Writes the other rows although some are refused; otherwise one refused row stops all.',
  })
  leaveOutRefused?: boolean | null;
}

@InputType({ description: 'Takes back what an import has written, within 24 hours.' })
export class UndoImportInput extends KeyedInput {
  @Field(() => ID)
  jobId!: string;
}
