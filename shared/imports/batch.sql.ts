import { guardTable } from '../database/row-security.sql.js';

/**
 * SQL of what an owner keeps of import jobs: that a job was written or refused, and which rows it wrote. A job's row is written with
 * its rows, so a job that ended in the middle has left nothing. Needs `viewerFunctions` of the schema.
 */
export function importBatchStatements(schema: string): string[] {
  const mayTakeBack = `subject = ${schema}.viewer_subject() or ${schema}.viewer_is('finance', 'admin')
    or (${schema}.viewer_is('partner') and partner_id = ${schema}.viewer_partner())`;
  return [
    `create table ${schema}.import_batch (
      job uuid primary key,
      noun text not null,
      attempt integer not null,
      state text not null check (state in ('WRITTEN', 'REFUSED', 'UNDONE')),
      created integer not null default 0,
      updated integer not null default 0,
      skipped integer not null default 0,
      problems jsonb not null default '[]',
      subject text not null,
      -- Whose rows they are, where the job is a partner's: everybody of that partner may take it back.
      partner_id uuid default ${schema}.viewer_partner(),
      written_at timestamptz(3) not null default now(),
      undone_by text,
      undone_at timestamptz(3),
      check ((state = 'UNDONE') = (undone_at is not null))
    )`,
    `create table ${schema}.import_change (
      job uuid not null references ${schema}.import_batch,
      entity_id uuid not null,
      number integer not null check (number > 0),
      version integer not null,
      before jsonb,
      primary key (job, entity_id)
    )`,
    ...guardTable(schema, 'import_batch', {
      read: mayTakeBack,
      insert: `subject = ${schema}.viewer_subject() and partner_id is not distinct from ${schema}.viewer_partner()`,
      update: mayTakeBack,
    }),
    // As its job, whose own wall holds in here.
    ...guardTable(schema, 'import_change', {
      read: `exists (select from ${schema}.import_batch b where b.job = import_change.job)`,
      insert: `exists (select from ${schema}.import_batch b where b.job = import_change.job and b.subject = ${schema}.viewer_subject())`,
    }),
    `grant select, insert, update on ${schema}.import_batch to hub_${schema}`,
    `grant select, insert on ${schema}.import_change to hub_${schema}`,
  ];
}

/** The hub deletes nothing; this lets it take back what a job of the last day wrote, unchanged. Yields how many rows went. */
export function removeImportedStatements(schema: string, table: string, parts: string[] = []): string[] {
  const name = `${schema}.remove_imported_${table}`;
  return [
    `create function ${name}(wanted_job uuid) returns integer language plpgsql security definer set search_path = '' as $$
    declare
      removed integer;
    begin
      perform set_config('hub.removed_import', wanted_job::text, true);
      ${parts.join('\n      ')}
      delete from ${schema}.${table} t using ${schema}.import_change c join ${schema}.import_batch b on b.job = c.job
      where c.job = wanted_job and c.before is null and t.id = c.entity_id and t.version = c.version
        and t.provenance = 'IMPORTED' and t.source = 'import:' || wanted_job
        and b.state = 'WRITTEN' and b.written_at > now() - interval '25 hours';
      get diagnostics removed = row_count;
      perform set_config('hub.removed_import', '', true);
      return removed;
    end $$`,
    `revoke execute on function ${name} from public`,
    `grant execute on function ${name} to hub_${schema}`,
  ];
}
