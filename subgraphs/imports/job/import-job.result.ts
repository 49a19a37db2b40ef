import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { InvalidInput, InvalidTransition, Problem } from '#shared/problem.js';
import { ImportJob } from './import-job.entity.js';

export const ImportJobConnection = connectionType('ImportJob', () => ImportJob);

@ObjectType({ description: 'Counts of rows, while a step runs and when it is done.' })
export class ImportProgress {
  @Field(() => Int, {
    description: 'Rows of the chosen sheet below its header; of all sheets before one is chosen.',
  })
  rowsTotal!: number;

  @Field(() => Int, { description: 'Rows that the step that runs, or ran last, has looked at.' })
  rowsRead!: number;

  @Field(() => Int, { description: 'Rows that can be written, or are on record as they are.' })
  rowsValid!: number;

  @Field(() => Int, { description: 'Rows with an error.' })
  rowsInvalid!: number;

  @Field(() => Int, {
    description: 'Valid rows that are left out: one like them is on record or above them.',
  })
  rowsSkipped!: number;

  @Field(() => Int, { description: 'Rows that have been handed to be written; they count when all are.' })
  rowsWritten!: number;
}

@ObjectType({ description: 'What an import did, or would do after a dry run.' })
export class ImportSummary {
  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int)
  skipped!: number;

  @Field(() => Int)
  refused!: number;

  @Field(() => Int, { description: 'Rows that were taken back.' })
  undone!: number;
}

@ObjectType({ description: 'Something that was noticed about a file or a step as a whole.' })
export class ImportNote {
  @Field(() => String, { description: 'Stable code, for instance ENCODING_GB18030.' })
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, { description: 'The same in Chinese, for whoever uploaded the file.' })
  messageZh!: string;
}

@ObjectType({ description: 'What a column of the file is taken as.' })
export class ImportColumnChoice {
  @Field(() => Int)
  column!: number;

  @Field(() => String)
  field!: string;
}

@ObjectType({ description: 'The same value for every row.' })
export class ImportConstant {
  @Field(() => String)
  field!: string;

  @Field(() => String)
  value!: string;
}

export enum ImportConfidence {
  HIGH = 'HIGH',
  MEDIUM = 'MEDIUM',
  NONE = 'NONE',
}
registerEnumType(ImportConfidence, {
  name: 'ImportConfidence',
  description: 'How sure the hub is of what a column is.',
  valuesConfig: {
    HIGH: { description: 'Its name is a known word for the field.' },
    MEDIUM: { description: 'Its name contains one, or its values look like it.' },
    NONE: { description: 'Not recognised, or several fields fit: a person has to choose.' },
  },
});

@ObjectType({ description: 'A column of a sheet.' })
export class ImportColumn {
  @Field(() => Int, { description: 'From 0.' })
  position!: number;

  @Field(() => String, { description: 'What its header says; empty where there is none.' })
  title!: string;

  @Field(() => [String], { description: 'Its first values.' })
  samples!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The field that it is taken as when nothing else is said.',
  })
  field!: string | null;

  @Field(() => ImportConfidence)
  confidence!: ImportConfidence;

  @Field(() => [String], { description: 'Fields that fit as well.' })
  alternatives!: string[];
}

@ObjectType({ description: 'A field that a file may fill.' })
export class ImportField {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'In Chinese.' })
  title!: string;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => String, { description: 'Meaning and allowed values, in Chinese.' })
  help!: string;

  @Field(() => String, { description: 'An example.' })
  sample!: string;

  @Field(() => [String], { nullable: true, description: 'Allowed words; null where any text may stand.' })
  values!: string[] | null;
}

@ObjectType({
  implements: Problem,
  description: 'Rows are refused, and it was not said that they may be left out; nothing was written.',
})
export class ImportHasRefusedRows extends Problem {
  @Field(() => Int)
  refused!: number;
}

@ObjectType({
  implements: Problem,
  description:
    'The same sheet of the same file was written before, by another import that was not taken back.',
})
export class FileAlreadyImported extends Problem {
  @Field(() => ImportJob)
  existing!: ImportJob;
}

@ObjectType({ implements: Problem, description: 'An import can be taken back within 24 hours.' })
export class UndoTooLate extends Problem {}

export const StartImportResult = createUnionType({
  name: 'StartImportResult',
  types: () => [ImportJob, InvalidInput, InvalidTransition] as const,
});

export const CommitImportResult = createUnionType({
  name: 'CommitImportResult',
  types: () => [ImportJob, InvalidTransition, ImportHasRefusedRows, FileAlreadyImported] as const,
});

export const UndoImportResult = createUnionType({
  name: 'UndoImportResult',
  types: () => [ImportJob, InvalidTransition, UndoTooLate] as const,
});
