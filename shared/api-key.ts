import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** How every key begins, so that scanners of source code and logs can find a leaked one. */
export const apiKeyMark = 'hub_';

/** How the subject of a key begins; the rest is its id. No person's token may have such a subject. */
export const apiKeySubject = 'key:';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Ten characters name more keys than there will ever be; 43 hold 256 bits. */
const idLength = 10;
const secretLength = 43;
const form = new RegExp(`^(hub_[0-9A-Za-z]{${idLength}})_([0-9A-Za-z]{${secretLength}})_([0-9a-f]{8})$`);

/** A program's key, taken apart. */
export interface ApiKeyParts {
  /** What may be shown: `hub_` and the id. */
  prefix: string;
  /** What is kept of the secret. */
  secretHash: string;
}

/** Makes a key; its text is for the owner and kept nowhere. */
export function makeApiKey(): ApiKeyParts & { text: string } {
  const prefix = `${apiKeyMark}${randomText(idLength)}`;
  const secret = randomText(secretLength);
  const text = `${prefix}_${secret}`;
  return { text: `${text}_${checkOf(text)}`, prefix, secretHash: hashOf(secret) };
}

/** Takes a key apart; null when it is no key or was mistyped or cut off, which needs no question to anybody. */
export function parseApiKey(text: string): ApiKeyParts | null {
  const [, prefix, secret, check] = form.exec(text) ?? [];
  if (prefix === undefined || secret === undefined) return null;
  return checkOf(`${prefix}_${secret}`) === check ? { prefix, secretHash: hashOf(secret) } : null;
}

/** Yields the showable part of whatever somebody sent as a key, for the log; null when there is none. */
export const prefixOf = (text: string): string | null => /^hub_[0-9A-Za-z]{10}(?=_)/.exec(text)?.[0] ?? null;

const checkOf = (text: string) => crc32(text).toString(16).padStart(8, '0');

/** A secret of 256 random bits cannot be guessed from a fast hash; a slow one would only let strangers keep the hub busy. */
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Draws characters with equal chances: a byte beyond the last whole round of the alphabet is drawn again. */
function randomText(length: number): string {
  const rounds = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    const [byte] = randomBytes(1) as Buffer & [number];
    if (byte < rounds) text += alphabet[byte % alphabet.length];
  }
  return text;
}
