import { Migration } from '@mikro-orm/migrations';
import { recordStatements } from '#shared/database/records.sql.js';
import { viewerFunctions } from '#shared/database/row-security.sql.js';
import { guardStatements } from './guards.sql.js';
import { incubationStatements } from './incubation.sql.js';
import { organizationStatements } from './organization.sql.js';
import { sharedTotalStatements } from './shared-total.sql.js';

/** Who may see and change which row, the records that every write leaves, and the columns and tables that writing needs. */
export class Organizations20261125 extends Migration {
  override up(): void {
    for (const statement of [
      ...viewerFunctions('organizations'),
      ...recordStatements('organizations'),
      ...organizationStatements,
      ...incubationStatements,
      ...sharedTotalStatements,
      ...guardStatements,
    ])
      this.addSql(statement);
  }
}
