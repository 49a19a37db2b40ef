import type { RateLimiterRes } from 'rate-limiter-flexible';
import { HubError } from '#shared/errors.js';
import type { Logger } from '#shared/log.js';
import type { Redis } from '#shared/redis.js';
import { counter } from './counter.js';

/** A program with a wrong key in its settings tries every few seconds and shall be heard; who guesses needs far more than a city's programs. */
export const refusalsPerAddress = 30;
/** A key under attack from many addresses at once. Its owner goes on: an address without a refused key is not asked to wait. */
export const refusalsPerKey = 60;
const windowSeconds = 60;

/** Counts API keys that opened nothing, so that nobody tries them by the thousand. */
export interface Attempts {
  /** Throws RATE_LIMITED while an address, or a key that this address has missed before, has been refused too often. */
  check(address: string, key: string): Promise<void>;
  /** Notes a refused key. */
  refused(address: string, key: string): Promise<void>;
}

/** Opens the counts: those of all gateways where they share a Redis, else (and while it is away) those of this process. */
export function countAttempts(log: Logger, redis: Redis | null): Attempts {
  const byAddress = counter(redis, 'refusals:address', {
    points: refusalsPerAddress,
    duration: windowSeconds,
  });
  const byKey = counter(redis, 'refusals:key', { points: refusalsPerKey, duration: windowSeconds });
  return {
    check: async (address, key) => {
      const own = await byAddress.get(address);
      if (own === null) return;
      const ofKey = await byKey.get(key);
      const waits = [waitOf(own, refusalsPerAddress), waitOf(ofKey, refusalsPerKey)];
      const seconds = Math.max(...waits);
      if (seconds > 0) throw tooMany(seconds);
    },
    refused: async (address, key) => {
      const own = await byAddress.penalty(address);
      const ofKey = await byKey.penalty(key);
      const crossed = own.consumedPoints === refusalsPerAddress || ofKey.consumedPoints === refusalsPerKey;
      if (crossed)
        log.error({ alert: 'API_KEYS_GUESSED', address, apiKey: key }, 'API keys are being guessed');
    },
  };
}

const waitOf = (count: RateLimiterRes | null, points: number): number =>
  count === null || count.consumedPoints < points ? 0 : Math.ceil(count.msBeforeNext / 1_000);

const tooMany = (seconds: number) =>
  new HubError('RATE_LIMITED', `Too many keys were refused; try again in ${seconds} s.`, {
    retryAfter: seconds,
  });
