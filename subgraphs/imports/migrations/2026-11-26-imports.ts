import { Migration } from '@mikro-orm/migrations';
import { dataVersionStatements } from '#shared/database/data-version.sql.js';
import { recordStatements } from '#shared/database/records.sql.js';
import { viewerFunctions } from '#shared/database/row-security.sql.js';
import { guards } from './guards.sql.js';
import { tables } from './tables.sql.js';

/** Import jobs with what was read of their files, who may see which, the records that every write leaves, and a place for the job queue. */
export class Imports20261126 extends Migration {
  override up(): void {
    for (const statement of [
      ...viewerFunctions('imports'),
      refuseChange,
      ...recordStatements('imports'),
      ...tables,
      ...guards,
      ...dataVersionStatements('imports'),
      ...queue,
    ])
      this.addSql(statement);
  }
}

const refuseChange = `create function imports.refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $$`;

/** pg-boss makes its tables itself and brings them up to date with each of its versions: in a schema that holds nothing else. */
const queue = [
  `create schema if not exists imports_queue`,
  `grant usage, create on schema imports_queue to hub_imports`,
];
