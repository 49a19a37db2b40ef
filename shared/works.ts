import { setTimeout as pause } from 'node:timers/promises';
import { inOperation } from './operation.js';

/** Who asks how far a work has come waits no longer for it: calls between processes have three seconds. */
const waitMs = 1_500;

/**
 * Works that outlast the request that began them. Each has a name: whoever asks for one that is under way hears that it is, and who
 * asks after its end hears what came of it, once. Nothing is kept beyond the process: what was not finished begins anew.
 */
export class Works {
  private readonly running = new Map<string, Promise<unknown>>();
  private readonly end = new AbortController();

  /** `afterwards` runs after each work, whatever came of it, before anybody hears of its end. */
  constructor(private readonly afterwards: () => Promise<unknown> = () => Promise.resolve()) {}

  /** Begins a work unless it is under way; yields what came of it, or null when it goes on. Throws what it threw. */
  async outcome<Result extends object>(name: string, work: () => Promise<Result>): Promise<Result | null> {
    const known = this.running.get(name) as Promise<Result> | undefined;
    const begun = known ?? this.begin(name, work);
    const ended = await Promise.race([begun.then(isOver, isOver), pause(waitMs, false, { ref: false })]);
    if (!ended) return null;
    this.running.delete(name);
    return begun;
  }

  /** Ends all works: no further statement of theirs is sent, the one that runs is cancelled, and transactions are undone. */
  async close(): Promise<void> {
    this.end.abort();
    await Promise.allSettled(this.running.values());
  }

  private begin<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    // Out of the request's operation, which ends with its answer.
    const begun = inOperation(this.end.signal, work).finally(() => this.afterwards());
    this.running.set(name, begun);
    // Who asks next is told.
    begun.catch(() => undefined);
    return begun;
  }
}

const isOver = (): true => true;
