import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { secretFile } from './secret-file.js';
import { StartError } from './start-error.js';

/** A secret that the hub's own processes share; `id` says which one signed. */
export interface InternalKey {
  id: string;
  secret: string;
}

/** Shorter ones can be guessed from one signed call. */
const secretMin = 32;
/** 32 random hexadecimal digits have fewer than 8 different ones once in a thousand million times; `aaaa…` and `abababab…` always. */
const differentMin = 8;

const allowed = `\`id:secret\`, or several with commas between (the first signs, all verify); a secret is random and has at least ${secretMin} characters (openssl rand -hex 32)`;

/** Words and runs that a secret holds only when it was copied from an example or typed. */
const guessable = /example|change.?me|secret|default|password|insecure|0123456|1234567|abcdefg|qwerty/i;

/** Reads INTERNAL_KEYS; says what is wrong without showing it. */
export function parseInternalKeys(text: string): InternalKey[] | { mistake: string } {
  const keys: InternalKey[] = [];
  for (const part of text.split(',')) {
    const [, id, secret] = /^([\w-]{1,40}):(\S+)$/.exec(part.trim()) ?? [];
    if (id === undefined || secret === undefined) return { mistake: allowed };
    if (secret.length < secretMin) return { mistake: `${allowed}; the secret of "${id}" is shorter` };
    if (guessable.test(secret) || new Set(secret).size < differentMin)
      return { mistake: `${allowed}; the secret of "${id}" is an example or can be guessed` };
    if (keys.some((key) => key.id === id)) return { mistake: `${allowed}; "${id}" is named twice` };
    keys.push({ id, secret });
  }
  return keys;
}

/** What internalKeys reads of the environment. */
interface KeySettings {
  NODE_ENV?: string | undefined;
  DATA_DIR: string;
  INTERNAL_KEYS?: readonly InternalKey[] | undefined;
}

/** Yields the keys of INTERNAL_KEYS; outside production, where none are given, one that the processes of this machine share. */
export function internalKeys({ NODE_ENV, DATA_DIR, INTERNAL_KEYS }: KeySettings): readonly InternalKey[] {
  if (INTERNAL_KEYS !== undefined) return INTERNAL_KEYS;
  if (NODE_ENV === 'production')
    throw new StartError(`INTERNAL_KEYS: found nothing; allowed with NODE_ENV=production: ${allowed}.`);
  const kept = secretFile(DATA_DIR, 'internal.key', () => `local:${randomBytes(32).toString('hex')}\n`);
  const keys = parseInternalKeys(kept.trim());
  if ('mistake' in keys)
    throw new StartError(
      `DATA_DIR: ${join(DATA_DIR, 'internal.key')} holds no key; delete it, and a new one is made.`,
    );
  return keys;
}
