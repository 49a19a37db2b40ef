import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { badInput } from '#shared/errors.js';
import type { ImportsContext } from '../context.js';
import { recogniseColumns } from '../job/choices.js';
import { ImportJob } from '../job/import-job.entity.js';
import { ImportColumn } from '../job/import-job.result.js';
import { headLines } from '../job/import-job.service.js';
import { readLines } from '../line/line.queries.js';
import { textOf } from '../reading/cell.js';
import { ImportSheet } from './import-sheet.entity.js';

const previewMax = 50;

@Resolver(() => ImportJob)
export class JobSheetsResolver {
  @FieldResolver(() => [ImportSheet], { description: 'None until the file is read.' })
  sheets(@Root() { id }: ImportJob, @Ctx() { sheetsByJob }: ImportsContext): PromiseLike<ImportSheet[]> {
    return sheetsByJob.load(id);
  }
}

@Resolver(() => ImportSheet)
export class ImportSheetResolver {
  @FieldResolver(() => [ImportColumn], {
    description:
      'Its columns as they are recognised below a header row, the suggested one when none is given.',
  })
  async columns(
    @Root() sheet: ImportSheet,
    @Arg('headerRow', () => Int, { nullable: true }) given: number | null | undefined,
    @Ctx() { em, importJobById }: ImportsContext,
  ): Promise<ImportColumn[]> {
    const headerRow = given ?? sheet.headerRow;
    if (headerRow < 0) throw badInput('headerRow', headerRow, 'a row from 1, or 0 for none, is expected');
    const { jobId, position } = sheet;
    const place = { jobId, sheet: position, after: Math.max(0, headerRow - 1), first: headLines };
    const [job, lines] = await Promise.all([importJobById.load(jobId), readLines(em, place)]);
    if (job === null) return [];
    return recogniseColumns(job.noun, { sheet, headerRow, lines }).map(({ column, ...found }) =>
      Object.assign(new ImportColumn(), { position: column, ...found }),
    );
  }

  @FieldResolver(() => [[String]], {
    description: 'Its first rows as text, at most 50; cells that a person’s number was taken out of say so.',
  })
  async preview(
    @Root() { jobId, position: sheet }: ImportSheet,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null | undefined,
    @Ctx() { em }: ImportsContext,
  ): Promise<string[][]> {
    const count = first ?? 20;
    if (count < 0 || count > previewMax) throw badInput('first', first, `0 to ${previewMax} are expected`);
    const lines = await readLines(em, { jobId, sheet, after: 0, first: count });
    return lines.map(({ cells }) => cells.map(textOf));
  }
}
