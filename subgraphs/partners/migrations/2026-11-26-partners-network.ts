import { Migration } from '@mikro-orm/migrations';
import { agreementArea, tieView } from './network.sql.js';

/** What the relationship network is read from. */
export class Partners20261126Network extends Migration {
  override up(): void {
    for (const statement of [...agreementArea, ...tieView]) this.addSql(statement);
  }
}
