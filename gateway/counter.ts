import { type IRateLimiterOptions, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { Redis } from '#shared/redis.js';

/** Counts points by key in windows of time: for all gateways where they share a Redis, else (and while it is away) for this process. */
export function counter(
  redis: Redis | null,
  of: string,
  options: IRateLimiterOptions,
): RateLimiterMemory | RateLimiterRedis {
  const own = new RateLimiterMemory(options);
  if (redis === null) return own;
  return new RateLimiterRedis({
    ...options,
    keyPrefix: `hub:${of}`,
    storeClient: redis.client,
    useRedisPackage: true,
    insuranceLimiter: own,
  });
}
