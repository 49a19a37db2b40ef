import { Migration } from '@mikro-orm/migrations';
import { recordStatements } from '#shared/database/records.sql.js';
import { viewerFunctions } from '#shared/database/row-security.sql.js';
import { guardStatements } from './2026-11-25-guards.sql.js';
import { donorKeyStatements, tableStatements } from './2026-11-25-tables.sql.js';

/** What writing needs: more columns, histories, who may see and change which row, and the records that every write leaves. */
export class Donations20261125 extends Migration {
  override up(): void {
    const statements = [
      ...viewerFunctions('donations'),
      ...recordStatements('donations'),
      ...tableStatements,
      ...donorKeyStatements,
      ...guardStatements,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
