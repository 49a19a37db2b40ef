import { Migration } from '@mikro-orm/migrations';
import { organizationAreaStatements } from './organization-area.sql.js';

/** Where organizations are listed: what a page of an area is read from, at any number of organizations. */
export class Organizations20261126 extends Migration {
  override up(): void {
    for (const statement of organizationAreaStatements) this.addSql(statement);
  }
}
