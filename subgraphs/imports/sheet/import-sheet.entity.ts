import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

@Entity({ schema: 'imports', tableName: 'import_sheet' })
@ObjectType({ description: 'A sheet of a workbook, a list of a JSON file, or the one table of a CSV file.' })
export class ImportSheet {
  @PrimaryKey({ type: 'uuid' })
  jobId!: string;

  @Field(() => Int, { description: 'From 0.' })
  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'Rows, header and blank ones included.' })
  @Property({ type: 'integer' })
  rows!: number;

  @Property({ type: 'integer' })
  columns!: number;

  @Field(() => Boolean, { description: 'Whether the workbook hides it.' })
  @Property({ type: 'boolean' })
  hidden!: boolean;

  @Field(() => Int, { description: 'Merged cells that were filled with what their first one says.' })
  @Property({ type: 'integer' })
  mergedCells!: number;

  @Field(() => Int, { description: 'Row that looks like the header, from 1; 0 where none does.' })
  @Property({ type: 'integer' })
  headerRow!: number;
}
