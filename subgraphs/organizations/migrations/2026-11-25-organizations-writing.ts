import { Migration } from '@mikro-orm/migrations';
import { recordStatements } from '#shared/database/records.sql.js';
import { viewerFunctions } from '#shared/database/row-security.sql.js';

/** Who may see and change which row, and the records that every write leaves. */
export class Organizations20261125 extends Migration {
  override up(): void {
    for (const statement of [...viewerFunctions('organizations'), ...recordStatements('organizations')])
      this.addSql(statement);
  }
}
