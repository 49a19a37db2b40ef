import { Migration } from '@mikro-orm/migrations';
import { importBatchStatements } from '#shared/imports/batch.sql.js';

/** What is kept of imports. */
export class Donations20261126Imports extends Migration {
  override up(): void {
    for (const statement of [
      ...importBatchStatements('donations'),
      // The hub itself looks whether a gift names somebody who is to go; no token can claim to be the hub.
      `create policy donation_internal_read on donations.donation for select to hub_donations using (donations.viewer_is('internal'))`,
    ])
      this.addSql(statement);
  }
}
