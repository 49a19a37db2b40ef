import type { Pool } from 'pg';
import { Gauge, Histogram, type Registry } from 'prom-client';
import { onStatement } from '../database/client.js';

/** A local read takes a fraction of a millisecond; a statement ends after 5 s. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const counted = new Set(['select', 'insert', 'update', 'delete']);

/** Every open pool of this process, by whose it is. */
const pools = new Set<{ name: string; pool: Pool }>();

/** Yields what MikroORM calls with a pool that it makes, so that its connections are counted under this name. */
export const countedPool =
  (name: string) =>
  (pool: Pool): void => {
    pools.add({ name, pool });
  };

/** Measures every statement and pool of this process from now on. */
export function measureDatabase(registry: Registry): void {
  measureStatements(registry);
  const connections = new Gauge({
    name: 'db_client_connections',
    help: 'Connections of a pool, by whether a statement or transaction has them.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect: () => {
      connections.reset();
      for (const { name, pool } of openPools()) {
        connections.inc({ pool: name, state: 'idle' }, pool.idleCount);
        connections.inc({ pool: name, state: 'used' }, pool.totalCount - pool.idleCount);
      }
    },
  });
  const waiting = new Gauge({
    name: 'db_client_connections_pending_requests',
    help: 'Who waits for a connection of a pool.',
    labelNames: ['pool'],
    registers: [registry],
    collect: () => {
      waiting.reset();
      for (const { name, pool } of openPools()) waiting.inc({ pool: name }, pool.waitingCount);
    },
  });
}

function openPools(): Iterable<{ name: string; pool: Pool }> {
  for (const each of pools) if (each.pool.ended) pools.delete(each);
  return pools;
}

function measureStatements(registry: Registry): void {
  const seconds = new Histogram({
    name: 'db_client_operation_duration_seconds',
    help: 'From sending a statement to its answer.',
    labelNames: ['pool', 'db_operation_name', 'outcome'],
    buckets,
    registers: [registry],
  });
  onStatement(({ pool, text }) => {
    const began = performance.now();
    return (error) =>
      seconds.observe(
        {
          pool: poolName(pool),
          db_operation_name: operationOf(text),
          outcome: error === undefined ? 'ok' : 'error',
        },
        (performance.now() - began) / 1_000,
      );
  });
}

/** `hub donations` is the pool of the donations subgraph; PostgreSQL knows it by the longer name. */
export const poolName = (applicationName: string): string => applicationName.replace(/^hub /, '');

/** Yields the first word of a statement where it is a common one; `with` may lead to any of them. */
export function operationOf(text: string): string {
  const word = /^\s*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? '';
  return counted.has(word) ? word : 'other';
}
