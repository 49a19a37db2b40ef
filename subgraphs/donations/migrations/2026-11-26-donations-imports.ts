import { Migration } from '@mikro-orm/migrations';
import { importBatchStatements } from '#shared/imports/batch.sql.js';
import { comparedColumn } from '#shared/imports/references.js';
import { reversalStatements, shardStatements } from './reversal.sql.js';

/** What is kept of imports, how their rows are found again, and how gifts are taken off the books that a file recorded by mistake. */
export class Donations20261126Imports extends Migration {
  override up(): void {
    for (const statement of [
      ...importBatchStatements('donations'),
      ...shardStatements,
      ...reversalStatements,
      `create index donation_receipt_number_index on donations.donation (receipt_number) where receipt_number is not null`,
      `create index donation_received_on_index on donations.donation (received_on, amount_fen)`,
      `create index campaign_compared_title_index on donations.campaign (${comparedColumn('title')})`,
      // The hub itself looks whether a gift names somebody who is to go; no token can claim to be the hub.
      `create policy donation_internal_read on donations.donation for select to hub_donations using (donations.viewer_is('internal'))`,
    ])
      this.addSql(statement);
  }
}
