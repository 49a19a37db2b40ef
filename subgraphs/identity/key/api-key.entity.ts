import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#shared/scalars.js';
import type { Scope } from '#shared/viewer.js';

@Entity({ schema: 'identity', tableName: 'api_key' })
@ObjectType({
  description:
    'A key with which a program asks, without its secret, which is kept nowhere. What it may do never changes.',
})
export class ApiKey {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String, { description: 'What it is for; 1 to 100 characters.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => String, {
    description: 'How the key begins; enough to tell it from others, useless to ask with.',
  })
  @Property({ type: 'text' })
  prefix!: string;

  @Property({ type: 'text' })
  secretHash!: string;

  @Field(() => [String], { description: 'What it may be used for: read, write, export:bulk.' })
  @Property({ type: 'text[]' })
  scopes!: Scope[];

  @Property({ type: 'uuid', nullable: true })
  partnerId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From then on it opens nothing.' })
  @Property({ type: 'datetime' })
  expiresAt!: Date;

  @Field(() => String, { description: 'Subject of who made it.' })
  @Property({ type: 'text' })
  createdBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to the minute.' })
  @Property({ type: 'datetime', nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was revoked; the hub refuses it within 30 seconds.',
  })
  @Property({ type: 'datetime', nullable: true })
  revokedAt!: Date | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Property({ type: 'datetime' })
  updatedAt!: Date;

  @Property({ type: 'integer' })
  version!: number;
}
