import { test } from '@jest/globals';

/**
 * Tests that mostly wait, for a deadline or for somebody who died: all begin with the first of them, and each is told by itself.
 * Each has a hub of its own, and undoes what it did.
 */
export function atOnce(tests: Record<string, () => Promise<void>>, timeoutMs: number): void {
  const begun = new Map<string, Promise<void>>();
  const begin = () => {
    for (const [name, run] of Object.entries(tests)) {
      const running = run();
      // It is told by the test of its name, which may come later.
      running.catch(() => undefined);
      begun.set(name, running);
    }
  };
  test.each(Object.keys(tests))(
    '%s',
    async (name) => {
      if (begun.size === 0) begin();
      await begun.get(name);
    },
    timeoutMs,
  );
}
