import type { ServerResponse } from 'node:http';
import { limitExceeded } from '#shared/limit-exceeded.js';
import type { Limits } from '#shared/limits.js';
import type { Viewer } from '#shared/viewer.js';

/** Counts the exports that each viewer has running in this process. */
export class Running {
  private readonly bySubject = new Map<string, number>();

  constructor(private readonly limits: Limits) {}

  /** Counts one until its answer has ended, however it ends; throws LIMIT_EXCEEDED when the viewer has as many as are allowed. */
  begin({ subject }: Viewer, answer: ServerResponse): void {
    const name = subject ?? '';
    const running = this.bySubject.get(name) ?? 0;
    if (running >= this.limits.exports) throw limitExceeded('exports', this.limits, running + 1, 429);
    this.bySubject.set(name, running + 1);
    answer.once('close', () => {
      const left = (this.bySubject.get(name) ?? 1) - 1;
      if (left === 0) this.bySubject.delete(name);
      else this.bySubject.set(name, left);
    });
  }
}
