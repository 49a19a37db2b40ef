/** An hour at a look per second; who is further behind is dated by the last transaction it replayed. */
const entriesMax = 3_600;

/** What the primary had written and when: tells how old a replica's rows are from how far it has come. */
export class PrimaryHistory {
  private readonly entries: { at: number; position: bigint }[] = [];

  /** Notes that at a time, in milliseconds, the primary stood at a position; the clock must be the same for all notes and steady. */
  note(at: number, position: bigint): void {
    const last = this.entries.at(-1);
    // Set back to a backup: what was noted is no longer its past.
    if (last !== undefined && position < last.position) this.entries.length = 0;
    if (last?.position === position) last.at = at;
    else this.entries.push({ at, position });
    if (this.entries.length > entriesMax) this.entries.shift();
  }

  /** Yields the latest noted time at which the primary held no more than a replica that stands here; null when none is known. */
  timeOf(position: bigint): number | null {
    return this.entries.findLast((entry) => entry.position <= position)?.at ?? null;
  }
}
