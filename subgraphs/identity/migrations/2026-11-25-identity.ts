import { Migration } from '@mikro-orm/migrations';
import { recordStatements } from '#shared/database/records.sql.js';
import { guardTable, viewerFunctions } from '#shared/database/row-security.sql.js';

/** API keys without their secrets, who may see and change which, and the records that every write leaves. */
export class Identity20261125 extends Migration {
  override up(): void {
    for (const statement of [
      ...viewerFunctions('identity'),
      refuseChange,
      ...recordStatements('identity'),
      ...tables,
      ...guards,
    ])
      this.addSql(statement);
  }
}

const refuseChange = `create function identity.refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $$`;

const tables = [
  `create table identity.api_key (
    id uuid primary key,
    label text not null check (length(label) between 1 and 100),
    prefix text collate "C" not null check (prefix ~ '^hub_[0-9A-Za-z]{10}$'),
    secret_hash text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
    scopes text[] not null check (scopes <@ array['read', 'write', 'export:bulk'] and cardinality(scopes) > 0),
    partner_id uuid,
    expires_at timestamptz(3) not null,
    created_by text not null check (length(created_by) between 1 and 200),
    last_used_at timestamptz(3),
    revoked_at timestamptz(3),
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    version integer not null default 1,
    check (expires_at > created_at)
  )`,
  `create unique index api_key_prefix_unique on identity.api_key (prefix)`,
  `create index api_key_created_at_index on identity.api_key (created_at, id)`,
  `create index api_key_partner_id_index on identity.api_key (partner_id, created_at, id)`,
];

const staff = `identity.viewer_is('admin')`;
const mine = `(identity.viewer_is('partner') and partner_id = identity.viewer_partner())`;
const gateway = `identity.viewer_is('internal')`;

const guards = [
  ...guardTable('identity', 'api_key', {
    read: `${mine} or ${staff} or ${gateway}`,
    insert: `${mine} or ${staff}`,
    update: `${mine} or ${staff} or ${gateway}`,
  }),
  // What a key may do never changes, it is only used and revoked: whoever needs other rights gets another key.
  `grant select, insert, update (last_used_at, revoked_at, updated_at, version) on identity.api_key to hub_identity`,
];
