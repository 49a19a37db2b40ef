import { Migration } from '@mikro-orm/migrations';
import { recordStatements } from '#shared/database/records.sql.js';
import { guardTable, viewerFunctions } from '#shared/database/row-security.sql.js';

/** Who may see and change which row, and the records that every write leaves. */
export class Partners20261125 extends Migration {
  override up(): void {
    for (const statement of [...viewerFunctions('partners'), ...recordStatements('partners'), ...guards])
      this.addSql(statement);
  }
}

const staff = `partners.viewer_is('admin')`;
const mine = (column: string) => `(partners.viewer_is('partner') and ${column} = partners.viewer_partner())`;

const guards = [
  // A draft is its partner's own until it is published.
  ...guardTable('partners', 'resource', {
    read: `status <> 'DRAFT' or ${mine('partner_id')} or ${staff}`,
    insert: `${mine('partner_id')} or ${staff}`,
    update: `${mine('partner_id')} or ${staff}`,
  }),
  `create unique index resource_title_unique on partners.resource (partner_id, lower(title)) where status <> 'WITHDRAWN'`,
];
