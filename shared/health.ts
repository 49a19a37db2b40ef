import type { FastifyInstance } from 'fastify';
import { isDraining } from './drain.js';

/** Whether each part that a process needs answers, by its name. */
export type Parts = Record<string, boolean>;
export type ReadParts = () => Promise<Parts>;

/** Asks every part at the same time. */
export async function askParts(parts: Iterable<readonly [string, () => Promise<boolean>]>): Promise<Parts> {
  const answers = [...parts].map(async ([name, ask]) => [name, await ask()] as const);
  return Object.fromEntries(await Promise.all(answers));
}

/** A part that has not answered by then is taken for one that does not. */
export const partTimeoutMs = 1_000;
/** Whoever asks more often gets the same answer: a flood of questions reaches no part. */
const keptMs = 1_000;

/**
 * Answers /health/live (the process runs) and /health/ready: 200 when it is not about to end and at least one part answers, else 503.
 * One part that is down takes no process out of a balancer: partial data is better than no hub, and every process would have to go.
 * The answer names each part's status, and nothing else of it. `group` is the field they stand in.
 */
export function registerHealth(
  server: FastifyInstance,
  { parts, group }: { parts: ReadParts; group?: string },
): void {
  const read = keptFor(keptMs, parts);
  server.get('/health/live', () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (isDraining(server)) return reply.status(503).send({ status: 'draining' });
    const found = await read();
    const isReady = Object.values(found).some((answers) => answers);
    const named = Object.fromEntries(
      Object.entries(found).map(([name, answers]) => [name, { status: word(answers) }]),
    );
    return reply
      .status(isReady ? 200 : 503)
      .send({ status: word(isReady), ...(group === undefined ? named : { [group]: named }) });
  });
}

const word = (answers: boolean) => (answers ? 'ok' : 'unavailable');

/** Asks once for all who ask within a time. */
export function keptFor<T>(
  ms: number,
  ask: () => Promise<T>,
  clock: () => number = Date.now,
): () => Promise<T> {
  let kept: { answer: Promise<T>; at: number } | null = null;
  return () => {
    const age = kept === null ? ms : clock() - kept.at;
    if (kept === null || age < 0 || age >= ms) kept = { answer: ask(), at: clock() };
    return kept.answer;
  };
}
