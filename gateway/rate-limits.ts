import { LRUCache } from 'lru-cache';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Env } from '#shared/env.js';
import type { Redis } from '#shared/redis.js';
import type { Viewer } from '#shared/viewer.js';
import { clientOf } from './client-address.js';
import { counter } from './counter.js';

/** Cost points a minute; 0 limits nobody. A dashboard costs about 7,500. */
export interface Rates {
  /** For all strangers of one address: a department behind one router with a wall of 60 dashboards that ask every 10 s has room. */
  perAddress: number;
  /** For one person or program. */
  perViewer: number;
}

export const productionRates: Rates = { perAddress: 3_000_000, perViewer: 6_000_000 };

/** Who tries the hub also measures it, from one address: in a demonstration only a flood is refused. */
const demonstrationFactor = 200;

/** Short, so that who has asked too much waits for seconds. */
export const windowSeconds = 10;
/** For a request that is refused before it runs: reading it took a millisecond or two, about as long as such an answer. */
export const refusedPoints = 100;
/** As many callers as are remembered to have asked too much; another one is counted anew. */
const blockedMax = 10_000;

/** Yields the rates that the environment sets, else those of a production or a demonstration start. */
export function chosenRates(
  env: Pick<Env, 'RATE_LIMIT_PER_ADDRESS' | 'RATE_LIMIT_PER_VIEWER' | 'OIDC_ISSUER'>,
): Rates {
  const factor = env.OIDC_ISSUER === undefined ? demonstrationFactor : 1;
  return {
    perAddress: env.RATE_LIMIT_PER_ADDRESS ?? productionRates.perAddress * factor,
    perViewer: env.RATE_LIMIT_PER_VIEWER ?? productionRates.perViewer * factor,
  };
}

/** What a caller has left of its window. */
export interface Budget {
  /** Points of a window. */
  limit: number;
  remaining: number;
  /** Until the window ends. */
  seconds: number;
  /** More was asked than was left: the caller has to wait. */
  isOverdrawn: boolean;
}

/** Counts what callers ask for, in cost points. */
export interface RateLimits {
  /** Takes points from whoever asks; null where nobody is limited. */
  spend(caller: Caller, points: number): Promise<Budget | null>;
  /** Yields how many seconds a caller that has overdrawn still has to wait; 0 for everybody else. */
  secondsToWait(caller: Caller): number;
}

export interface Caller {
  viewer: Viewer;
  address: string;
}

/** Refuses whoever has spent all points of a window; for all gateways together where they share a Redis. */
export function rateLimits(rates: Rates, redis: Redis | null = null): RateLimits {
  const strangers = windowed(redis, 'rate:address', rates.perAddress);
  const viewers = windowed(redis, 'rate:viewer', rates.perViewer);
  const blockedUntil = new LRUCache<string, number>({ max: blockedMax });
  const of = ({ viewer, address }: Caller) =>
    viewer.subject === null
      ? { counted: strangers, key: clientOf(address) }
      : { counted: viewers, key: viewer.subject };
  return {
    secondsToWait: (caller) => {
      const { counted, key } = of(caller);
      const until = counted === null ? undefined : blockedUntil.get(counted.name + key);
      return Math.max(0, Math.ceil(((until ?? 0) - Date.now()) / 1_000));
    },
    spend: async (caller, points) => {
      const { counted, key } = of(caller);
      if (counted === null) return null;
      try {
        return budgetOf(counted.limit, await counted.limiter.consume(key, points), false);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        blockedUntil.set(counted.name + key, Date.now() + error.msBeforeNext);
        return budgetOf(counted.limit, error, true);
      }
    },
  };
}

function windowed(redis: Redis | null, name: string, perMinute: number) {
  if (perMinute === 0) return null;
  const limit = Math.max(1, Math.floor((perMinute * windowSeconds) / 60));
  return { name, limit, limiter: counter(redis, name, { points: limit, duration: windowSeconds }) };
}

const budgetOf = (
  limit: number,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
  isOverdrawn: boolean,
): Budget => ({
  limit,
  remaining: Math.max(0, remainingPoints),
  seconds: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
  isOverdrawn,
});
