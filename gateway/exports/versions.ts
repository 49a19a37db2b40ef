import { createHash } from 'node:crypto';
import type { Touched } from '../touched.js';

/** Follows of which versions of the data an export's answers are made; not every answer is made of every subgraph. */
export class ReadVersions {
  private readonly atFirstBySubgraph = new Map<string, string>();
  private readonly atLastBySubgraph = new Map<string, string>();
  private areAllKnown = true;

  /** Takes in one answer. */
  note({ tags: { all } }: Touched): void {
    this.areAllKnown &&= all !== null;
    for (const [subgraph, version] of Object.entries(all ?? {})) {
      if (!this.atFirstBySubgraph.has(subgraph)) this.atFirstBySubgraph.set(subgraph, version);
      this.atLastBySubgraph.set(subgraph, version);
    }
  }

  /** Of the first answer from each subgraph, as text; null when nobody knows. */
  get atFirst(): string | null {
    return this.areAllKnown ? textOf(this.atFirstBySubgraph) : null;
  }

  get atLast(): string | null {
    return this.areAllKnown ? textOf(this.atLastBySubgraph) : null;
  }

  /** Whether something was written between the first answer and the last; null when nobody knows. */
  get changed(): boolean | null {
    return this.areAllKnown ? this.atFirst !== this.atLast : null;
  }
}

const textOf = (versions: ReadonlyMap<string, string>): string =>
  [...versions.keys()]
    .sort()
    .map((subgraph) => `${subgraph}=${versions.get(subgraph)}`)
    .join('; ');

/** Yields a version in short, for a file's name. */
export const shortVersion = (version: string | null): string =>
  version === null ? 'unknown' : createHash('sha256').update(version).digest('hex').slice(0, 8);
