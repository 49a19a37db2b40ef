import { Migration } from '@mikro-orm/migrations';
import { funderStatements } from './funders.sql.js';

/** What analysts' questions are answered from. */
export class Donations20261126Analyses extends Migration {
  override up(): void {
    for (const statement of funderStatements) this.addSql(statement);
  }
}
