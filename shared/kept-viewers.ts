import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Viewer } from './viewer.js';

/** Remembers who tokens speak for that were verified just now, since a signature costs more to verify than a kept answer to give. */
export class KeptViewers {
  private readonly kept;

  constructor(
    max: number,
    private readonly clock: () => number = Date.now,
  ) {
    this.kept = new LRUCache<string, { viewer: Viewer; from: number; until: number }>({ max });
  }

  /** Yields whom a token speaks for; null for one that has to be verified. */
  find(token: string): Viewer | null {
    const kept = this.kept.get(nameOf(token));
    const now = this.clock();
    // A clock that was set back must not make a token good for longer.
    return kept !== undefined && now >= kept.from && now < kept.until ? kept.viewer : null;
  }

  /** Keeps what a token was verified to say, for so long at most, and never past its expiry; both in milliseconds. */
  keep(token: string, viewer: Viewer, { expiresAt, mostMs }: { expiresAt: number; mostMs: number }): void {
    const from = this.clock();
    this.kept.set(nameOf(token), { viewer, from, until: Math.min(expiresAt, from + mostMs) });
  }
}

/** The token itself is not kept: a memory dump must not hold what opens the hub. */
const nameOf = (token: string): string => hash('sha256', token, 'base64');
