import type { Entry } from './entry.js';

/** Who waits longer makes an answer of his own: whoever makes the joined one may have been given up, and says so late. */
const waitMs = 2_000;

/** An answer that is being made. */
export interface Making {
  /** Tells those who wait; null when the answer is not one for others. */
  done(entry: Entry | null): void;
}

/** Lets equal questions wait for one answer. */
export class Joins {
  private readonly making = new Map<string, Promise<Entry | null>>();

  /** Yields the answer that is being made to an equal question, when there is one. */
  wait(key: string): Promise<Entry | null> | null {
    const making = this.making.get(key);
    if (making === undefined) return null;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), waitMs);
      void making.then((entry) => {
        clearTimeout(timer);
        resolve(entry);
      });
    });
  }

  /** Begins to make an answer that others may wait for. */
  begin(key: string): Making {
    const { promise, resolve } = Promise.withResolvers<Entry | null>();
    this.making.set(key, promise);
    return {
      done: (entry) => {
        if (this.making.get(key) === promise) this.making.delete(key);
        resolve(entry);
      },
    };
  }
}
