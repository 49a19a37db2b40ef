import { Migration } from '@mikro-orm/migrations';
import { searches, tieArms, tieIndexes } from './large-network.sql.js';

/** What searches the relationship network where it is too large for one process. */
export class Partners20261126LargeNetwork extends Migration {
  override up(): void {
    for (const statement of [...tieIndexes, ...tieArms, ...searches]) this.addSql(statement);
  }
}
