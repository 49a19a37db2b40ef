import { randomFillSync } from 'node:crypto';
import type { Redis } from './redis.js';

const nonceBytes = 16;
/** To ask for random bytes costs more than to sign. */
const drawnAtOnce = 256;

/** Yields what makes nonces, 22 characters each, of random bytes that are drawn for many at once. */
export function randomNonces(): () => string {
  const drawn = Buffer.alloc(drawnAtOnce * nonceBytes);
  let at = drawn.length;
  return () => {
    if (at === drawn.length) {
      randomFillSync(drawn);
      at = 0;
    }
    at += nonceBytes;
    return drawn.toString('base64url', at - nonceBytes, at);
  };
}

/** Remembers which signatures have been used. */
export interface Nonces {
  /** Takes a nonce; false when it was taken before. */
  take(nonce: string): boolean | Promise<boolean>;
}

/**
 * Keeps nonces in this process for at least `keptMs`: two generations, so that forgetting costs nothing per call.
 * Only signed calls get here, so the size follows from what the hub itself asks in that time.
 */
export function memoryNonces(keptMs: number, clock: () => number = () => performance.now()): Nonces {
  let [current, previous] = [new Set<string>(), new Set<string>()];
  let since = clock();
  return {
    take: (nonce) => {
      if (clock() - since >= keptMs) {
        [previous, current] = [clock() - since < 2 * keptMs ? current : new Set(), new Set()];
        since = clock();
      }
      if (current.has(nonce) || previous.has(nonce)) return false;
      current.add(nonce);
      return true;
    },
  };
}

/** Shares nonces between the processes of a subgraph, so that a call cannot be repeated at another one; while Redis is away each process knows its own. */
export function sharedNonces(redis: Redis, subgraph: string, keptMs: number): Nonces {
  const own = memoryNonces(keptMs);
  return {
    take: async (nonce) => {
      if (!(await own.take(nonce))) return false;
      const taken = await redis.ask(async (client) => {
        const options = { condition: 'NX', expiration: { type: 'PX', value: keptMs } } as const;
        return { isNew: (await client.set(`hub:nonce:${subgraph}:${nonce}`, '1', options)) !== null };
      });
      return taken?.isNew ?? true;
    },
  };
}
