import type { Env } from '#shared/env.js';
import { limitsOf } from '#shared/limits.js';
import type { Redis } from '#shared/redis.js';
import type { HubOptions } from './hub.js';
import { chosenRates, rateLimits } from './rate-limits.js';
import { projectFile } from './start.js';
import { chosenDocuments } from './trusted/documents.js';

type Defence = Required<
  Pick<HubOptions, 'limits' | 'documents' | 'rates' | 'corsOrigins' | 'trustedProxies'>
>;

/** What the environment says of who may ask what, and how much of it. */
export function defenceOf(env: Env, redis: Redis | null): Defence {
  return {
    limits: limitsOf(env),
    documents: chosenDocuments(env, projectFile('web/persisted-documents.json')),
    rates: rateLimits(chosenRates(env), redis),
    corsOrigins: env.CORS_ORIGINS,
    trustedProxies: env.TRUSTED_PROXIES,
  };
}
