import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { DuplicateRule, ImportNoun } from '#shared/imports/protocol.js';
import { DateTimeScalar } from '#shared/scalars.js';

export enum ImportStatus {
  RECEIVING = 'RECEIVING',
  WAITING = 'WAITING',
  READING = 'READING',
  READY = 'READY',
  CHECKING = 'CHECKING',
  CHECKED = 'CHECKED',
  WRITING = 'WRITING',
  WRITTEN = 'WRITTEN',
  UNDOING = 'UNDOING',
  UNDONE = 'UNDONE',
  FAILED = 'FAILED',
}
registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  description: 'How far an import is.',
  valuesConfig: {
    RECEIVING: { description: 'The file is being uploaded.' },
    WAITING: { description: 'Uploaded; it waits to be read.' },
    READING: { description: 'Its sheets and rows are being read.' },
    READY: { description: 'Read. Choose sheet, header row and columns, and start a dry run.' },
    CHECKING: { description: 'The dry run is under way.' },
    CHECKED: { description: 'Every row was examined and nothing is written: commit, or start anew.' },
    WRITING: { description: 'Its rows are being written, all of them or none.' },
    WRITTEN: { description: 'Its rows are on record; for 24 hours they can be taken back.' },
    UNDOING: { description: 'Its rows are being taken back.' },
    UNDONE: { description: 'Its rows were taken back.' },
    FAILED: { description: 'The file cannot be read; `failure` says why.' },
  },
});

@Entity({ schema: 'imports', tableName: 'import_job' })
@ObjectType({ description: 'A file of rows on its way into the hub.' })
export class ImportJob {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  noun!: ImportNoun;

  @Field(() => String, { description: 'As its uploader called it; 1 to 255 characters.' })
  @Property({ type: 'text' })
  fileName!: string;

  @Field(() => Int, { description: 'Size of the file.' })
  @Property({ type: 'integer' })
  bytes!: number;

  @Property({ type: 'text', nullable: true })
  sha256!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'XLSX, CSV or JSON, as its bytes say; null until it is read.',
  })
  @Property({ type: 'text', nullable: true })
  format!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a text: UTF-8, GB18030, UTF-16LE or UTF-16BE.' })
  @Property({ type: 'text', nullable: true })
  encoding!: string | null;

  @Field(() => ImportStatus)
  @Property({ type: 'text' })
  status!: ImportStatus;

  @Field(() => String, { description: 'Subject of who uploaded it.' })
  @Property({ type: 'text' })
  createdBy!: string;

  @Property({ type: 'uuid', nullable: true })
  partnerId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Position of the sheet that is imported; null until one is chosen.',
  })
  @Property({ type: 'integer', nullable: true })
  sheet!: number | null;

  @Field(() => Int, { nullable: true, description: 'Row with the columns’ names; 0 where there is none.' })
  @Property({ type: 'integer', nullable: true })
  headerRow!: number | null;

  /** JSON of ColumnChoice[]. */
  @Property({ type: 'text', nullable: true })
  mapping!: string | null;

  /** JSON of FieldConstant[]. */
  @Property({ type: 'text', nullable: true })
  constants!: string | null;

  @Property({ type: 'text', nullable: true })
  onDuplicate!: DuplicateRule | null;

  @Field(() => Boolean, { description: 'Whether refused rows were left out when it was written.' })
  @Property({ type: 'boolean' })
  leaveOutRefused!: boolean;

  /** Of writing: its owner remembers what became of each. */
  @Property({ type: 'integer' })
  attempt!: number;

  @Property({ type: 'integer' })
  rowsTotal!: number;

  @Property({ type: 'integer' })
  rowsRead!: number;

  @Property({ type: 'integer' })
  rowsValid!: number;

  @Property({ type: 'integer' })
  rowsRefused!: number;

  @Property({ type: 'integer' })
  rowsSkipped!: number;

  @Property({ type: 'integer' })
  rowsWritten!: number;

  @Property({ type: 'integer' })
  created!: number;

  @Property({ type: 'integer' })
  updated!: number;

  @Property({ type: 'integer' })
  undone!: number;

  @Field(() => Int, {
    description: 'Cells in which a person’s number was found and taken out before anything was kept.',
  })
  @Property({ type: 'integer' })
  personalCells!: number;

  /** JSON of ImportNote[]. */
  @Property({ type: 'text' })
  notes!: string;

  /** JSON of ImportNote. */
  @Property({ type: 'text', nullable: true })
  failure!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its rows were written.' })
  @Property({ type: 'datetime', nullable: true })
  writtenAt!: Date | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Grows by one at each change that somebody asked for.' })
  @Property({ type: 'integer', version: true })
  version!: number;
}
