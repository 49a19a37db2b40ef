import { Migration } from '@mikro-orm/migrations';
import { donationTotalStatements } from './donation-total.sql.js';

/** What the number of donations is read from. */
export class Donations20261126 extends Migration {
  override up(): void {
    for (const statement of donationTotalStatements) this.addSql(statement);
  }
}
