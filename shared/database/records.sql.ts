import { guardTable } from './row-security.sql.js';

/** Simultaneous writers take a chain each; one chain would make them wait for each other's commits. */
const chains = 32;

/** What is hashed of a record: its place, its content and the hash before it. */
const hashed = (
  row: string,
) => `sha256(convert_to(jsonb_build_array(${row}.chain, ${row}.position, encode(${row}.previous_hash, 'hex'),
  ${row}.id, to_char(${row}.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), ${row}.subject, ${row}.roles, ${row}.action, ${row}.entity,
  ${row}.entity_id, ${row}.changes, ${row}.request_id)::text, 'UTF8'))`;

/**
 * SQL of the records that every write of a subgraph leaves: the answer under its idempotency key, and the audit log. Both are
 * append-only; the log is chained by hash, so that a record changed or removed behind the database's back is found.
 * Needs `viewerFunctions` and `refuse_change` of the schema.
 */
export function recordStatements(schema: string): string[] {
  return [
    `create table ${schema}.idempotency (
      scope text not null,
      key text not null check (length(key) between 1 and 200),
      request_hash text not null,
      subject text not null,
      answer jsonb,
      created_at timestamptz(3) not null default now(),
      primary key (scope, key)
    )`,
    // An answer is filled in once, by the transaction that claimed the key.
    ...guardTable(schema, 'idempotency', {
      read: `subject = ${schema}.viewer_subject() or ${schema}.viewer_is('finance', 'admin')`,
      insert: `subject = ${schema}.viewer_subject()`,
    }),
    `create policy idempotency_answer on ${schema}.idempotency for update to hub_${schema}
      using (answer is null and subject = ${schema}.viewer_subject()) with check (subject = ${schema}.viewer_subject())`,
    `create trigger idempotency_kept before delete or truncate on ${schema}.idempotency
      for each statement execute function ${schema}.refuse_change()`,
    `grant select, insert, update (answer) on ${schema}.idempotency to hub_${schema}`,
    // The same rule as the policy's, for whoever is not told to the database yet: every write begins with this question, and a
    // transaction around it would be three more trips.
    `create function ${schema}.kept_answer(wanted_scope text, wanted_key text, asking text, roles text[])
    returns table (hash text, answer jsonb) language sql stable security definer set search_path = '' as $$
      select i.request_hash, i.answer from ${schema}.idempotency i
      where i.scope = wanted_scope and i.key = wanted_key and (i.subject = asking or roles && '{finance,admin}')
    $$`,
    `revoke execute on function ${schema}.kept_answer from public`,
    `grant execute on function ${schema}.kept_answer to hub_${schema}`,
    ...auditStatements(schema),
  ];
}

function auditStatements(schema: string): string[] {
  return [
    `create table ${schema}.audit_record (
      chain smallint not null,
      position bigint not null check (position > 0),
      id uuid not null unique,
      at timestamptz(3) not null,
      subject text not null,
      roles text[] not null,
      action text not null,
      entity text not null,
      entity_id text not null,
      changes jsonb not null,
      request_id text,
      previous_hash bytea not null,
      hash bytea not null,
      primary key (chain, position)
    )`,
    `create index audit_record_at_index on ${schema}.audit_record (at, id)`,
    `create index audit_record_entity_index on ${schema}.audit_record (entity_id, at, id)`,
    ...guardTable(schema, 'audit_record', { read: `${schema}.viewer_is('admin')` }),
    `create trigger audit_record_append_only before update or delete or truncate on ${schema}.audit_record
      for each statement execute function ${schema}.refuse_change()`,
    `alter table ${schema}.audit_record enable always trigger audit_record_append_only`,
    `grant select on ${schema}.audit_record to hub_${schema}`,
    `create table ${schema}.audit_chain (chain smallint primary key, position bigint not null, hash bytea not null)`,
    `insert into ${schema}.audit_chain select n, 0, sha256(convert_to('${schema} ' || n, 'UTF8')) from generate_series(1, ${chains}) n`,
    // Called last in a transaction: the lock on a chain is the last one taken, so it can be part of no deadlock.
    `create function ${schema}.append_audit(records jsonb, subject text, roles text[], action text, request_id text) returns void
    language plpgsql security definer set search_path = '' as $$
    declare
      head ${schema}.audit_chain;
      item jsonb;
      record ${schema}.audit_record;
      any_chain smallint := 1 + floor(random() * ${chains});
    begin
      select * into head from ${schema}.audit_chain for update skip locked limit 1;
      if not found then
        select * into head from ${schema}.audit_chain where chain = any_chain for update;
      end if;
      for item in select * from jsonb_array_elements(records) loop
        record := row(head.chain, head.position + 1, gen_random_uuid(), now(), subject, roles, action, item ->> 'entity',
          item ->> 'entityId', item -> 'changes', request_id, head.hash, '');
        record.hash := ${hashed('record')};
        insert into ${schema}.audit_record select record.*;
        head.position := record.position;
        head.hash := record.hash;
      end loop;
      update ${schema}.audit_chain c set position = head.position, hash = head.hash where c.chain = head.chain;
    end $$`,
    `revoke execute on function ${schema}.append_audit from public`,
    `grant execute on function ${schema}.append_audit to hub_${schema}`,
    // Yields every place where a chain is broken: a record whose hash is not its content's or whose forerunner is not before it, and a head that is not the last.
    `create function ${schema}.broken_audit() returns table (chain smallint, "position" bigint) language sql stable set search_path = '' as $$
      select r.chain, r.position from ${schema}.audit_record r
      left join ${schema}.audit_record p on p.chain = r.chain and p.position = r.position - 1
      where r.hash <> ${hashed('r')}
        or r.previous_hash is distinct from coalesce(p.hash, case when r.position = 1 then sha256(convert_to('${schema} ' || r.chain, 'UTF8')) end)
      union all
      select c.chain, c.position from ${schema}.audit_chain c
      left join lateral (select * from ${schema}.audit_record r where r.chain = c.chain order by r.position desc limit 1) last on true
      where c.position <> coalesce(last.position, 0)
        or c.hash <> coalesce(last.hash, sha256(convert_to('${schema} ' || c.chain, 'UTF8')))
    $$`,
    `revoke execute on function ${schema}.broken_audit from public`,
  ];
}
