import { Arg, Ctx, Directive, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { checkedId } from '#shared/id.js';
import type { ImportsContext } from '../context.js';
import { readPart } from './part.queries.js';
import { abandonImportFile, appendImportFile, closeImportFile, openImportFile } from './upload.service.js';

/** For the gateway alone, which takes files in and hands them out by HTTP. */
@Resolver()
export class UploadResolver {
  @Mutation(() => ID, { description: 'Begins an upload.' })
  @Directive('@inaccessible')
  async openImportFile(
    @Arg('noun', () => String) noun: string,
    @Arg('fileName', () => String) fileName: string,
    @Ctx() context: ImportsContext,
  ): Promise<string> {
    return (await openImportFile(context, noun, fileName)).id;
  }

  @Mutation(() => Boolean, { description: 'Takes a part of a file, at most 1 MiB as base64.' })
  @Directive('@inaccessible')
  appendImportFile(
    @Arg('jobId', () => ID) jobId: string,
    @Arg('position', () => Int) position: number,
    @Arg('content', () => String) content: string,
    @Ctx() context: ImportsContext,
  ): Promise<boolean> {
    return appendImportFile(context, jobId, position, content);
  }

  @Mutation(() => String, { description: 'Ends an upload; yields the status of its job.' })
  @Directive('@inaccessible')
  async closeImportFile(
    @Arg('jobId', () => ID) jobId: string,
    @Arg('sha256', () => String) sha256: string,
    @Ctx() context: ImportsContext,
  ): Promise<string> {
    return (await closeImportFile(context, jobId, sha256)).status;
  }

  @Mutation(() => Boolean, { description: 'Ends an upload that broke off.' })
  @Directive('@inaccessible')
  abandonImportFile(@Arg('jobId', () => ID) jobId: string, @Ctx() context: ImportsContext): Promise<boolean> {
    return abandonImportFile(context, jobId);
  }

  @Query(() => String, {
    nullable: true,
    description: 'A part of the file of refused rows as base64; null behind the last.',
  })
  @Directive('@inaccessible')
  async refusedRowsPart(
    @Arg('jobId', () => ID) jobId: string,
    @Arg('position', () => Int) position: number,
    @Ctx() { em, momentary }: ImportsContext,
  ): Promise<string | null> {
    momentary();
    const part = await readPart(em, checkedId('jobId', jobId), 'REFUSED_ROWS', position);
    return part?.toString('base64') ?? null;
  }
}
