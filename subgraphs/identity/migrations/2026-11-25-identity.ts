import { Migration } from '@mikro-orm/migrations';

/** API keys, without their secrets. */
export class Identity20261125 extends Migration {
  override up(): void {
    for (const statement of [...tables, ...grants]) this.addSql(statement);
  }
}

const tables = [
  `create table identity.api_key (
    id text collate "C" primary key check (id ~ '^[0-9A-Za-z]{10}$'),
    label text not null check (length(label) between 1 and 100),
    secret_hash bytea not null check (length(secret_hash) = 32),
    scopes text[] not null check (scopes <@ array['read', 'write', 'export:bulk'] and cardinality(scopes) > 0),
    partner_id uuid,
    expires_at timestamptz(3) not null,
    created_by text not null check (length(created_by) between 1 and 200),
    created_at timestamptz(3) not null default now(),
    last_used_at timestamptz(3),
    revoked_at timestamptz(3),
    check (expires_at > created_at)
  )`,
  `create index api_key_created_at_index on identity.api_key (created_at, id)`,
  `create index api_key_partner_id_index on identity.api_key (partner_id, created_at, id)`,
];

// What a key may do never changes, it is only used and revoked: whoever needs other rights gets another key.
const grants = [
  `grant select, insert on identity.api_key to hub_identity`,
  `grant update (last_used_at, revoked_at) on identity.api_key to hub_identity`,
];
