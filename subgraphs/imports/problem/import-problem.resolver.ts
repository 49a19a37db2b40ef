import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, pageRequest } from '#shared/page.js';
import type { ImportsContext } from '../context.js';
import { ImportJob } from '../job/import-job.entity.js';
import { ImportProblemConnection, ImportProblemGroup, ImportSeverity } from './import-problem.result.js';
import { groupProblems, searchProblems } from './problem.queries.js';

@Resolver(() => ImportJob)
export class JobProblemsResolver {
  @FieldResolver(() => ImportProblemConnection, {
    description: 'What the last dry run found, in the order of the file.',
  })
  async problems(
    @Root() { id }: ImportJob,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('code', () => String, { nullable: true }) code: string | null | undefined,
    @Arg('severity', () => ImportSeverity, { nullable: true }) severity: ImportSeverity | null | undefined,
    @Ctx() { em }: ImportsContext,
  ) {
    const filter = { code: code ?? null, severity: severity ?? null };
    return new ImportProblemConnection(await searchProblems(em, id, pageRequest(page, 'ROW'), filter));
  }

  @FieldResolver(() => [ImportProblemGroup], {
    description: 'The same by kind, errors first, the most frequent first.',
  })
  problemGroups(@Root() { id }: ImportJob, @Ctx() { em }: ImportsContext): Promise<ImportProblemGroup[]> {
    return groupProblems(em, id);
  }
}
