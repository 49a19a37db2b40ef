import { Migration } from '@mikro-orm/migrations';
import { importBatchStatements } from '#shared/imports/batch.sql.js';
import { comparedColumn } from '#shared/imports/references.js';
import { removalStatements } from './removal.sql.js';

/** What is kept of imports, how their rows are found again, and the one way in which rows go. */
export class Organizations20261126Imports extends Migration {
  override up(): void {
    for (const statement of [
      ...importBatchStatements('organizations'),
      ...removalStatements,
      `create index organization_compared_name_index on organizations.organization (${comparedColumn('name')})`,
      `create index project_compared_name_index on organizations.project (${comparedColumn('name')})`,
    ])
      this.addSql(statement);
  }
}
