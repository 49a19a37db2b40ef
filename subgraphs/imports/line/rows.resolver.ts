import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { checkedId } from '#shared/id.js';
import { rowsPerPage } from '#shared/imports/protocol.js';
import type { ImportsContext } from '../context.js';
import { passedRows } from './line.queries.js';

@Resolver()
export class ImportRowsResolver {
  @Query(() => String, {
    description:
      'Rows of a job that passed its dry run, behind a row: a page for the owner that writes them.',
  })
  @Directive('@inaccessible')
  async importRows(
    @Arg('job', () => ID) job: string,
    @Arg('after', () => Int) after: number,
    @Ctx() { em, momentary }: ImportsContext,
  ): Promise<string> {
    momentary();
    const jobId = checkedId('job', job);
    const page = await passedRows(em, jobId, after, rowsPerPage);
    // An owner that begins anew begins at the first row.
    const before = after === 0 ? sql`0` : sql`rows_written`;
    await rowsOf(
      em,
      sql`update imports.import_job set rows_written = ${before} + ${page.rows.length}
        where id = ${jobId}::uuid and status = 'WRITING'`,
    );
    return JSON.stringify(page);
  }
}
