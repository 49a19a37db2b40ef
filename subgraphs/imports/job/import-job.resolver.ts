import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { noSuchRow } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import { pageRequest, RootPageArgs } from '#shared/page.js';
import { DateTimeScalar } from '#shared/scalars.js';
import type { ImportsContext } from '../context.js';
import { PartnerStub } from '../partner/partner.stub.js';
import { ImportJob } from './import-job.entity.js';
import {
  CommitImportInput,
  ImportDuplicateRule,
  ImportJobFilter,
  StartImportInput,
  UndoImportInput,
} from './import-job.input.js';
import { ImportNounName, nameOf } from './import-job.noun.js';
import { searchImportJobs } from './import-job.queries.js';
import {
  CommitImportResult,
  ImportColumnChoice,
  ImportConstant,
  ImportJobConnection,
  ImportNote,
  ImportProgress,
  ImportSummary,
  StartImportResult,
  UndoImportResult,
} from './import-job.result.js';
import { commitImport, startImport, undoImport, undoUntil } from './import-job.service.js';

@Resolver(() => ImportJob)
export class ImportJobResolver {
  @Query(() => ImportJob, {
    nullable: true,
    description:
      'An import of the viewer, its partner’s, or for an administrator anybody’s; any other is NOT_FOUND.',
  })
  async importJob(
    @Arg('id', () => ID) id: string,
    @Ctx() { importJobById, momentary }: ImportsContext,
  ): Promise<ImportJob> {
    // It moves on by itself, without anybody writing.
    momentary();
    const jobId = checkedId('id', id);
    const job = await importJobById.load(jobId);
    if (job === null) throw noSuchRow('id', jobId);
    return job;
  }

  @Query(() => ImportJobConnection, { description: 'Imports that the viewer may see, oldest first.' })
  async importJobs(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('filter', () => ImportJobFilter, { nullable: true }) filter: ImportJobFilter | null | undefined,
    @Ctx() { em, momentary }: ImportsContext,
  ) {
    momentary();
    return new ImportJobConnection(await searchImportJobs(em, pageRequest(page, 'CREATED_AT'), filter ?? {}));
  }

  @Mutation(() => StartImportResult, {
    description: 'Begins a dry run: every row is examined, nothing is written. Ask importJob how far it is.',
  })
  startImport(@Arg('input', () => StartImportInput) input: StartImportInput, @Ctx() context: ImportsContext) {
    return startImport(context, input);
  }

  @Mutation(() => CommitImportResult, {
    description:
      'Begins to write what the dry run let pass, all of it or nothing. Ask importJob how far it is.',
  })
  commitImport(
    @Arg('input', () => CommitImportInput) input: CommitImportInput,
    @Ctx() context: ImportsContext,
  ) {
    return commitImport(context, input);
  }

  @Mutation(() => UndoImportResult, {
    description:
      'Begins to take back what an import has written, within 24 hours, all of it or nothing: rows that somebody changed or refers to since stop it.',
  })
  undoImport(@Arg('input', () => UndoImportInput) input: UndoImportInput, @Ctx() context: ImportsContext) {
    return undoImport(context, input);
  }

  @FieldResolver(() => ImportNounName)
  noun(@Root() { noun }: ImportJob): ImportNounName {
    return nameOf(noun);
  }

  @FieldResolver(() => PartnerStub, { nullable: true, description: 'The partner whose resources they are.' })
  partner(@Root() { partnerId }: ImportJob): PartnerStub | null {
    return partnerId === null ? null : Object.assign(new PartnerStub(), { id: partnerId });
  }

  @FieldResolver(() => [ImportColumnChoice], { description: 'Columns that were taken, and as what.' })
  mapping(@Root() { mapping }: ImportJob): ImportColumnChoice[] {
    return listOf(ImportColumnChoice, mapping);
  }

  @FieldResolver(() => [ImportConstant])
  constants(@Root() { constants }: ImportJob): ImportConstant[] {
    return listOf(ImportConstant, constants);
  }

  @FieldResolver(() => ImportDuplicateRule, { nullable: true })
  onDuplicate(@Root() { onDuplicate }: ImportJob): ImportDuplicateRule | null {
    return onDuplicate as ImportDuplicateRule | null;
  }

  @FieldResolver(() => ImportProgress)
  progress(@Root() { rowsRefused: rowsInvalid, ...job }: ImportJob): ImportProgress {
    const { rowsTotal, rowsRead, rowsValid, rowsSkipped, rowsWritten } = job;
    const counts = { rowsTotal, rowsRead, rowsValid, rowsInvalid, rowsSkipped, rowsWritten };
    return Object.assign(new ImportProgress(), counts);
  }

  @FieldResolver(() => ImportSummary)
  summary(@Root() { created, updated, rowsSkipped, rowsRefused, undone }: ImportJob): ImportSummary {
    const counts = { created, updated, skipped: rowsSkipped, refused: rowsRefused, undone };
    return Object.assign(new ImportSummary(), counts);
  }

  @FieldResolver(() => [ImportNote], { description: 'What was noticed about the file as a whole.' })
  notes(@Root() { notes }: ImportJob): ImportNote[] {
    return listOf(ImportNote, notes);
  }

  @FieldResolver(() => ImportNote, { nullable: true, description: 'Why the last step came to nothing.' })
  failure(@Root() { failure }: ImportJob): ImportNote | null {
    return failure === null ? null : Object.assign(new ImportNote(), JSON.parse(failure));
  }

  @FieldResolver(() => ImportJob, {
    nullable: true,
    description: 'Another import that has written the same file, or the chosen sheet of it.',
  })
  async sameFileAs(
    @Root() { id }: ImportJob,
    @Ctx() { importJobById, sameFileByJob }: ImportsContext,
  ): Promise<ImportJob | null> {
    const other = await sameFileByJob.load(id);
    return other === null ? null : importJobById.load(other);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether there is a file of refused rows with their reasons, at /imports/jobs/<id>/refused.xlsx.',
  })
  hasRefusedRowsFile(
    @Root() { id }: ImportJob,
    @Ctx() { hasRefusedRowsFile }: ImportsContext,
  ): PromiseLike<boolean> {
    return hasRefusedRowsFile.load(id);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when it can be taken back; null when its rows are not on record.',
  })
  undoUntil(@Root() job: ImportJob): Date | null {
    return undoUntil(job);
  }
}

const listOf = <T extends object>(type: new () => T, json: string | null): T[] =>
  (JSON.parse(json ?? '[]') as object[]).map((values) => Object.assign(new type(), values));
