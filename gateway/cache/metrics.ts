import { Counter, Gauge, type Registry } from 'prom-client';
import { perRegistry } from '#shared/metrics/registry.js';
import type { Versions } from './entry.js';

/**
 * What became of a question: `hit`, a kept answer was given; `joined`, the answer to an equal one that was being made; the rest were
 * made: `absent`, none was kept; `outdated`, something was written since; `unknown`, nobody knows whether; `fresh`, the client wanted it so.
 */
export const results = ['hit', 'joined', 'absent', 'outdated', 'unknown', 'fresh'] as const;
export type Result = (typeof results)[number];

export interface CacheMetrics {
  count(result: Result): void;
  evicted(): void;
  /** Tells of the cache that is open. */
  watch(cache: { bytes(): number; entries(): number; versions(): Versions }): void;
}

/** Yields what a registry tells of a cache. */
export const cacheMetrics = perRegistry((registry: Registry): CacheMetrics => {
  const registers = [registry];
  const asked = new Counter({
    name: 'answer_cache_requests_total',
    help: 'Questions whose answer may be kept, by what became of them.',
    labelNames: ['result'],
    registers,
  });
  const evicted = new Counter({
    name: 'answer_cache_evictions_total',
    help: 'Kept answers that had to make room for others.',
    registers,
  });
  for (const result of results) asked.inc({ result }, 0);
  // A label object of its own for each call is what counting costs most.
  const counted = Object.fromEntries(results.map((result) => [result, { result }]));
  return {
    count: (result) => asked.inc(counted[result] as { result: Result }),
    evicted: () => evicted.inc(),
    watch: (cache) => {
      new Gauge({
        name: 'answer_cache_bytes',
        help: 'Of the answers that are kept.',
        registers,
        collect() {
          this.set(cache.bytes());
        },
      });
      new Gauge({
        name: 'answer_cache_entries',
        help: 'Answers that are kept.',
        registers,
        collect() {
          this.set(cache.entries());
        },
      });
      new Gauge({
        name: 'data_version_known',
        help: '1 while it is known which writes a subgraph has made; 0: its answers are not kept.',
        labelNames: ['subgraph'],
        registers,
        collect() {
          this.reset();
          for (const [subgraph, version] of cache.versions())
            this.set({ subgraph }, version.known() === null ? 0 : 1);
        },
      });
    },
  };
});
