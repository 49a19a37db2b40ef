import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '#shared/viewer.js';
import { type TrustedIssuer, verifyToken } from './oidc.js';

/** To verify a signature costs more than a kept answer. A key that its issuer withdrew is believed for so much longer. */
const keptMs = 10_000;
/** As many people as look at a city's pages within that time, many times over. */
const keptMax = 10_000;

/** Reads people's tokens: each is verified once in ten seconds, and never believed after it has expired. */
export class TokenReader {
  private readonly kept = new LRUCache<string, { viewer: Viewer; from: number; until: number }>({
    max: keptMax,
  });

  constructor(
    private readonly issuer: TrustedIssuer,
    private readonly clock: () => number = Date.now,
  ) {}

  /** Yields the viewer of a token that was verified just now; null for one that has to be verified. */
  known(token: string): Viewer | null {
    const kept = this.kept.get(nameOf(token));
    const now = this.clock();
    // A clock that was set back must not make a token good for longer.
    return kept !== undefined && now >= kept.from && now < kept.until ? kept.viewer : null;
  }

  /** Yields the viewer of a token; throws for every token that is not valid in every respect. */
  async read(token: string): Promise<Viewer> {
    const known = this.known(token);
    if (known !== null) return known;
    const { viewer, expiresAt } = await verifyToken(token, this.issuer);
    const from = this.clock();
    this.kept.set(nameOf(token), { viewer, from, until: Math.min(expiresAt, from + keptMs) });
    return viewer;
  }
}

/** The token itself is not kept: a memory dump must not hold what opens the hub. */
const nameOf = (token: string): string => hash('sha256', token, 'base64');
