import type { Registry } from 'prom-client';
import type { Env } from '#shared/env.js';
import { AnswerCache, type CacheOptions } from './answer-cache.js';

const megabyte = 1024 * 1024;

/** Opens the cache of answers that the environment asks for; null where it asks for none. */
export function openCache(
  env: Pick<Env, 'CACHE' | 'CACHE_STRICT' | 'CACHE_MAX_MB'>,
  served: CacheOptions['served'],
  registry: Registry,
): AnswerCache | null {
  if (!env.CACHE) return null;
  return new AnswerCache({
    served,
    isStrict: env.CACHE_STRICT,
    maxBytes: env.CACHE_MAX_MB * megabyte,
    registry,
  });
}

/** Yields what the connections to subgraphs need to know of the cache. */
export function cacheMode({
  CACHE,
  CACHE_STRICT,
}: Pick<Env, 'CACHE' | 'CACHE_STRICT'>): 'off' | 'on' | 'strict' {
  if (!CACHE) return 'off';
  return CACHE_STRICT ? 'strict' : 'on';
}
