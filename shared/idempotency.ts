import type { EntityManager } from '@mikro-orm/postgresql';
import { run } from './database/run.js';
import { raw, sql } from './database/sql.js';
import { badInput, HubError } from './errors.js';
import { canonicalJson, sha256Hex } from './hash.js';
import type { EntityClasses, WriteContext, WriteOptions } from './write.js';

/** Whose keys they are: each viewer's own, or one set for everybody who writes the books. */
export type KeyScope = 'viewer' | 'hub';

/** A UUID has 36 characters; whoever builds keys from numbers of his own has room. */
const keyMax = 200;

/** An idempotency key with what it was used for. */
export interface RequestKey {
  scope: string;
  key: string;
  hash: string;
  subject: string;
  roles: readonly string[];
}

/** Reads the key of a request; null when it has none. Throws BAD_USER_INPUT for one that cannot be kept. */
export function requestKey(
  { viewer }: WriteContext,
  mutation: string,
  input: { idempotencyKey?: string | null },
  { keys = 'viewer' }: WriteOptions,
): RequestKey | null {
  const key = input.idempotencyKey;
  if (key == null) return null;
  if (key.length === 0 || key.length > keyMax || !/^[\x21-\x7e]+$/.test(key)) {
    throw badInput(
      'idempotencyKey',
      key,
      `1 to ${keyMax} printable ASCII characters without spaces are expected`,
    );
  }
  const subject = viewer.subject ?? '';
  const asked = { ...input, idempotencyKey: null };
  return {
    scope: keys === 'hub' ? mutation : `${mutation} ${subject}`,
    key,
    hash: sha256Hex(canonicalJson(asked)),
    subject,
    roles: viewer.roles,
  };
}

/** Takes a key for this transaction; waits for another that holds it, and yields false when that one committed. */
export async function claimKey(
  em: EntityManager,
  { scope, key, hash, subject }: RequestKey,
): Promise<boolean> {
  const rows = await run(
    em,
    sql`insert into ${table(em)} (scope, key, request_hash, subject)
      values (${scope}, ${key}, ${hash}, ${subject}) on conflict do nothing returning 1`,
  );
  return rows.length === 1;
}

/** Yields the answer kept under a key, or null when the key is free. Throws CONFLICT when the key stands for another input. */
export async function keyedAnswer<Result extends object>(
  em: EntityManager,
  { scope, key, hash, subject, roles }: RequestKey,
  entities: EntityClasses,
): Promise<Result | null> {
  const find = raw(`${em.config.get('schema')}.kept_answer`);
  const rows = await run<{ hash: string; answer: KeptAnswer }>(
    em,
    sql`select hash, answer from ${find}(${scope}, ${key}, ${subject}, ${roles}::text[])`,
  );
  const [kept] = rows;
  if (kept === undefined) return null;
  if (kept.hash !== hash) {
    throw new HubError('CONFLICT', 'idempotencyKey: this key was used with another input; take a new one.', {
      argument: 'idempotencyKey',
    });
  }
  const entity = entities.get(kept.answer.type);
  if (entity === undefined) throw new Error(`A kept answer is of the unknown type ${kept.answer.type}.`);
  const values = Object.fromEntries(
    Object.entries(kept.answer.values).map(([name, value]) => [name, revived(value)]),
  );
  return Object.assign(Object.create(entity.prototype as object) as Result, values);
}

/** Keeps an entity as the answer of a claimed key: as it is now, whatever becomes of it. */
export async function keepAnswer(
  em: EntityManager,
  { scope, key }: RequestKey,
  result: object,
): Promise<void> {
  const values = Object.fromEntries(Object.entries(result).map(([name, value]) => [name, kept(value)]));
  const answer: KeptAnswer = { type: result.constructor.name, values };
  await run(
    em,
    sql`update ${table(em)} set answer = ${JSON.stringify(answer)}::jsonb where scope = ${scope} and key = ${key}`,
  );
}

interface KeptAnswer {
  type: string;
  values: Record<string, unknown>;
}

/** JSON has no bigint and no instant, and both must come back exactly. */
const kept = (value: unknown): unknown => {
  if (typeof value === 'bigint') return { bigint: value.toString() };
  return value instanceof Date ? { instant: value.toISOString() } : value;
};

const revived = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { bigint, instant } = value as { bigint?: string; instant?: string };
  if (bigint !== undefined) return BigInt(bigint);
  return instant === undefined ? value : new Date(instant);
};

const table = (em: EntityManager) => raw(`${em.config.get('schema')}.idempotency`);
