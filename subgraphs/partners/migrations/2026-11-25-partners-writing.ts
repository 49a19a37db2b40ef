import { Migration } from '@mikro-orm/migrations';
import { recordStatements } from '#shared/database/records.sql.js';
import { viewerFunctions } from '#shared/database/row-security.sql.js';
import { guards } from './2026-11-25-guards.sql.js';
import { writingTables } from './2026-11-25-tables.sql.js';

/** Who may see and change which row, the records that every write leaves, and what writing needs beside. */
export class Partners20261125 extends Migration {
  override up(): void {
    const statements = [
      ...viewerFunctions('partners'),
      ...recordStatements('partners'),
      ...writingTables,
      ...guards,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
