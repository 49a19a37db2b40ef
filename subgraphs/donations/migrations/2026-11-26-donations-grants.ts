import { Migration } from '@mikro-orm/migrations';

/** What all grants are listed by, and the day of an award is found by. */
export class Donations20261126Grants extends Migration {
  override up(): void {
    this.addSql(`create index pool_grant_created_at_index on donations.pool_grant (created_at, id)`);
    this.addSql(`create index entry_award_index on donations.entry (grant_id) where kind = 'AWARD'`);
  }
}
