import { setTimeout as pause } from 'node:timers/promises';

const pollMs = 25;

/** Asks until the answer is neither null nor false, and yields it; throws when there is none within the deadline. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  deadlineMs = 20_000,
  everyMs = pollMs,
): Promise<Exclude<T, null | false>> {
  const deadline = performance.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer as Exclude<T, null | false>;
    if (performance.now() > deadline) throw new Error(`Did not come about within ${deadlineMs} ms: ${ask}`);
    await pause(everyMs);
  }
}
