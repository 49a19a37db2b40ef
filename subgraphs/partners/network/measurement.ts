import { HubError } from '#shared/errors.js';
import { operationSignal, untilAborted } from '#shared/operation.js';
import type { Progress } from './measures/graph.js';
import type { Measures } from './measures.worker.js';

export type MeasureName = keyof Measures;

/** Whoever looks at a page is shown how far it is after so long; a call to a subgraph may take 3 seconds. */
const waitMs = 2_000;
/** Nobody looks at a picture for which he has waited longer. */
const deadlineMs = 120_000;
/** A network that could not be measured in time is not tried again at once. */
const failedMs = 600_000;

/** One measure of one network, on its way or done. */
export class Measurement<Name extends MeasureName> {
  private readonly told: Progress = new Int32Array(new SharedArrayBuffer(4));
  private readonly result: Promise<Measures[Name]>;
  private failedAt: number | null = null;
  private isDone = false;

  constructor(
    readonly name: Name,
    run: (progress: Progress, signal: AbortSignal) => Promise<Measures[Name]>,
  ) {
    const signal = AbortSignal.timeout(deadlineMs);
    this.result = run(this.told, signal).then(
      (found) => {
        this.isDone = true;
        return found;
      },
      (error: unknown) => {
        this.failedAt = performance.now();
        throw signal.aborted ? tooLong(name) : error;
      },
    );
    // It may fail while nobody waits.
    this.result.catch(() => undefined);
  }

  /** How far it is, 0 to 1. */
  get progress(): number {
    return this.isDone ? 1 : Atomics.load(this.told, 0) / 1_000;
  }

  /** Whether it has failed so long ago that it may be tried again. */
  get isOver(): boolean {
    return this.failedAt !== null && performance.now() - this.failedAt > failedMs;
  }

  /** Yields what was found; throws UNAVAILABLE with how far it is when it takes longer than 2 seconds, and goes on. */
  async found(): Promise<Measures[Name]> {
    const end = operationSignal();
    const wait = AbortSignal.any([AbortSignal.timeout(waitMs), ...(end === undefined ? [] : [end])]);
    try {
      return await untilAborted(wait, this.result);
    } catch (error) {
      if (!wait.aborted || this.failedAt !== null) throw error;
      const percent = Math.floor(this.progress * 100);
      throw new HubError(
        'UNAVAILABLE',
        `${this.name}: ${percent} % of it are computed; ask again in a moment.`,
        { progress: this.progress },
      );
    }
  }
}

const tooLong = (name: MeasureName): HubError =>
  new HubError(
    'LIMIT_EXCEEDED',
    `${name}: it was not computed in ${deadlineMs / 1_000} seconds; choose a smaller network, by area, kind or category.`,
    { limit: 'measureMs', allowed: deadlineMs },
  );
