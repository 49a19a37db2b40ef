import { request } from 'undici';
import { partTimeoutMs } from '#shared/health.js';

/**
 * Yields whether any of a subgraph's processes says that it is ready. Every answer below 500 counts, because a subgraph that is not the
 * hub's own has no such page; the question is not signed, because every subgraph's health is open.
 */
export async function isAnyReady(urls: readonly string[]): Promise<boolean> {
  try {
    return await Promise.any(urls.map(assertReady));
  } catch {
    return false;
  }
}

async function assertReady(url: string): Promise<true> {
  const { statusCode, body } = await request(new URL('/health/ready', url), {
    // No connection is kept for it: a process that ends would wait for it.
    reset: true,
    signal: AbortSignal.timeout(partTimeoutMs),
  });
  await body.dump();
  if (statusCode >= 500) throw new Error('not ready');
  return true;
}
