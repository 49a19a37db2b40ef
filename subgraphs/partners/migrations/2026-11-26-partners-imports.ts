import { Migration } from '@mikro-orm/migrations';
import { importBatchStatements, removeImportedStatements } from '#shared/imports/batch.sql.js';
import { comparedColumn } from '#shared/imports/references.js';

/** What is kept of imports, how their rows are found again, and the one way in which rows go. */
export class Partners20261126Imports extends Migration {
  override up(): void {
    for (const statement of [
      ...importBatchStatements('partners'),
      ...removeImportedStatements('partners', 'partner'),
      ...removeImportedStatements('partners', 'resource'),
      `create index partner_compared_name_index on partners.partner (${comparedColumn('name')})`,
    ])
      this.addSql(statement);
  }
}
