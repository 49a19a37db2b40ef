import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { InternalKey } from './internal-keys.js';
import { identityHeader, requestIdHeader } from './internal-token.js';
import { type Nonces, randomNonces } from './nonces.js';

/** Header that proves that a process of the hub made a call, for this subgraph, just now. */
export const signatureHeader = 'x-hub-signature';

const version = 'v1';
/** A call is old after this; clocks of the hub's machines may differ by as much. */
export const signatureWindowMs = 30_000;
const form = /^v1;t=(\d{1,15});n=([\w-]{22});k=([\w-]{1,40});s=([\w-]{43})$/;

/** What a signature speaks for. */
export interface SignedCall {
  method: string;
  path: string;
  body: string | Buffer;
  /** The headers that the signature covers; others say nothing that a subgraph believes. */
  headers: Readonly<Record<string, unknown>>;
}

/** Signs calls to subgraphs. The first key signs. */
export interface CallSigner {
  /** Yields the value of the signature's header; each is good once. */
  sign(subgraph: string, call: SignedCall): string;
}

/** Checks calls to one subgraph. Every key verifies. */
export interface CallVerifier {
  /** Says before the body is read what is wrong with a signature's header; null when nothing is. */
  refusesEarly(signature: unknown): string | null;
  /** Says what is wrong with a call; null when nothing is, and then its signature is used up. */
  refuses(call: SignedCall): Promise<string | null>;
}

/** Opens the signing side of a process. */
export function callSigner(keys: readonly InternalKey[], clock: () => number = Date.now): CallSigner {
  const [first] = keys as readonly [InternalKey];
  const secrets = new Map<string, KeyObject>();
  const nextNonce = randomNonces();
  return {
    sign: (subgraph, call) => {
      const secret = secrets.get(subgraph) ?? secretFor(first, subgraph);
      secrets.set(subgraph, secret);
      const [time, nonce] = [String(clock()), nextNonce()];
      return `${version};t=${time};n=${nonce};k=${first.id};s=${macOf(secret, time, nonce, call).toString('base64url')}`;
    },
  };
}

/** Opens the checking side of one subgraph. */
export function callVerifier(
  keys: readonly InternalKey[],
  subgraph: string,
  nonces: Nonces,
  clock: () => number = Date.now,
): CallVerifier {
  const secrets = new Map(keys.map((key) => [key.id, secretFor(key, subgraph)]));
  const read = (signature: unknown): Signature | string => {
    if (signature === undefined) return 'no signature';
    const [, time, nonce, id, mac] = form.exec(String(signature)) ?? [];
    if (time === undefined || nonce === undefined || id === undefined || mac === undefined)
      return 'no signature of this form';
    const secret = secrets.get(id);
    if (secret === undefined) return 'a key that is not in INTERNAL_KEYS';
    if (Math.abs(clock() - Number(time)) > signatureWindowMs)
      return 'made too long ago, or by a clock that differs';
    return { time, nonce, secret, mac: Buffer.from(mac, 'base64url') };
  };
  return {
    refusesEarly: (signature) => {
      const found = read(signature);
      return typeof found === 'string' ? found : null;
    },
    refuses: async (call) => {
      const found = read(call.headers[signatureHeader]);
      if (typeof found === 'string') return found;
      const { time, nonce, secret, mac } = found;
      if (!timingSafeEqual(mac, macOf(secret, time, nonce, call)))
        return 'signed for something else, or with another secret';
      // Asked last: only a call that is ours may fill the memory of nonces.
      return (await nonces.take(nonce)) ? null : 'used before';
    },
  };
}

interface Signature {
  time: string;
  nonce: string;
  secret: KeyObject;
  mac: Buffer;
}

/** A secret of its own per subgraph: a call signed for one is worth nothing at another. Node.js takes five times as long to sign with bytes. */
const secretFor = ({ secret }: InternalKey, subgraph: string): KeyObject =>
  createSecretKey(createHmac('sha256', secret).update(`hub call to ${subgraph}`).digest());

/** Parts are separated by newlines, which none of them can hold: a method, a path, digits, base64url, and an id that the verifier has read. */
function macOf(
  secret: KeyObject,
  time: string,
  nonce: string,
  { method, path, body, headers }: SignedCall,
): Buffer {
  const parts = [
    version,
    method,
    path,
    time,
    nonce,
    digest(body),
    digest(String(headers[identityHeader] ?? '')),
    String(headers[requestIdHeader] ?? ''),
  ];
  return createHmac('sha256', secret).update(parts.join('\n')).digest();
}

const digest = (text: string | Buffer): string => hash('sha256', text, 'base64url');
