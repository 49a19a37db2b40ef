import { setTimeout as pause } from 'node:timers/promises';
import type { Asker } from './hub.js';

/** A page asks some times a second. */
const everyMs = 50;

/** A client who asks all the time what anybody asks; counts what he got, and notes what went wrong. */
export function realClient(
  hub: Asker,
  query: string,
): { stop(): Promise<{ answers: number; failures: string[] }> } {
  const failures: string[] = [];
  let answers = 0;
  let isOver = false;
  const ask = async () => {
    while (!isOver) {
      const failure = await hub.run(query).then(
        ({ status, errors }) => (status === 200 && errors === undefined ? null : JSON.stringify(errors)),
        (error: unknown) => String(error),
      );
      if (failure === null) answers += 1;
      else failures.push(failure);
      await pause(everyMs);
    }
  };
  const asking = ask();
  return {
    stop: async () => {
      isOver = true;
      await asking;
      return { answers, failures };
    },
  };
}
