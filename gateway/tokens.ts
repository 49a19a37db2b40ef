import { KeptViewers } from '#shared/kept-viewers.js';
import type { Viewer } from '#shared/viewer.js';
import { type TrustedIssuer, verifyToken } from './oidc.js';

/** A key that its issuer withdrew is believed for so much longer. */
const keptMs = 10_000;
/** As many people as look at a city's pages within that time, many times over. */
const keptMax = 10_000;

/** Reads people's tokens: each is verified once in ten seconds, and never believed after it has expired. */
export class TokenReader {
  private readonly kept = new KeptViewers(keptMax);

  constructor(private readonly issuer: TrustedIssuer) {}

  /** Yields the viewer of a token that was verified just now; null for one that has to be verified. */
  known(token: string): Viewer | null {
    return this.kept.find(token);
  }

  /** Yields the viewer of a token; throws for every token that is not valid in every respect. */
  async read(token: string): Promise<Viewer> {
    const { viewer, expiresAt } = await verifyToken(token, this.issuer);
    this.kept.keep(token, viewer, { expiresAt, mostMs: keptMs });
    return viewer;
  }
}
