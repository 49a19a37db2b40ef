import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Scope } from '#shared/viewer.js';

/** A program's key as it is kept: its secret is not, only the secret's hash. */
@Entity({ schema: 'identity', tableName: 'api_key' })
export class ApiKey {
  /** The part of the key that stands before its secret and may be shown. */
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  label!: string;

  @Property({ type: 'Buffer', columnType: 'bytea' })
  secretHash!: Buffer;

  @Property({ type: 'text[]' })
  scopes!: Scope[];

  @Property({ type: 'uuid', nullable: true })
  partnerId!: string | null;

  @Property({ type: 'datetime' })
  expiresAt!: Date;

  @Property({ type: 'text' })
  createdBy!: string;

  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Property({ type: 'datetime', nullable: true })
  lastUsedAt!: Date | null;

  @Property({ type: 'datetime', nullable: true })
  revokedAt!: Date | null;
}
