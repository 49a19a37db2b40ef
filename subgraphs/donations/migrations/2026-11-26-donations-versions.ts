import { Migration } from '@mikro-orm/migrations';
import { dataVersionStatements } from '#shared/database/data-version.sql.js';

/** The hub may read how far the audit log goes. */
export class Donations20261126Versions extends Migration {
  override up(): void {
    for (const statement of dataVersionStatements('donations')) this.addSql(statement);
  }
}
